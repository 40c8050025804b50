/** Stands in for node:child_process in the bundle, where nothing starts a process. */
export default {
  spawn() {
    throw new Error('apigw-advisor starts no other programs');
  },
};
