import { composedSaving } from './composed.ts';

export const cheapestArchitecture = composedSaving({
  id: 'cheapest-architecture',
  name: 'The cheapest architecture',
  title: 'Another architecture that has all that is needed would cost less',
  effort: 'migration',
  risk: 'what is needed and not stated is not in it; optimize shows what would change',
  accepts: () => true,
});
