import { composedSaving } from './composed.ts';

export const cheaperSettings = composedSaving({
  id: 'cheaper-settings',
  name: 'Cheaper settings',
  title: 'Other settings of the same architecture would cost less',
  effort: 'setting',
  risk: 'what is stated for another setting, such as the hit ratio of another cache size, must be measured',
  accepts: (turns) => turns.every(({ effort }) => effort === 'setting'),
});
