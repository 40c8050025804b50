/** Stands in for node:child_process in the bundle, where nothing starts a process. */
export function spawn() {
  throw new Error('apigw-advisor starts no other programs');
}
/** Asked for by Inquirer's editor, which the bundle then leaves out. */
export const spawnSync = () => spawn();
export default { spawn };
