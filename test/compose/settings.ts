import type { Setting } from '../../src/compose/lever.ts';

/** A public HTTP API before nothing that has levers. */
export const PLAIN: Setting = {
  'front-door': 'http',
  endpoint: 'public',
  distribution: 'none',
  'web-acl': 'none',
  'stage-cache': 'none',
  'private-link': 'none',
  architecture: 'none',
  provisioned: 'none',
};

export const settingWith = (chosen: Partial<Setting>): Setting => ({ ...PLAIN, ...chosen });
