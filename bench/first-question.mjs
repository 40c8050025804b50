// How long until the wizard has its first question on the screen of a real terminal.
import pty from '@lydell/node-pty';

const QUESTION = 'Does the server push';

/** Nanoseconds from the start of Node to the first question; of `node -e 0`, to its end. */
export function timeInTerminal(argv, env) {
  const { CI: _unset, ...environment } = env;
  const waitsFor = argv.includes('choose') ? QUESTION : null;
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = pty.spawn(process.execPath, argv, { cols: 80, rows: 40, env: { ...environment, TERM: 'xterm-256color' } });
    let seen = '';
    let took = null;
    child.onData((data) => {
      seen += data;
      if (waitsFor === null || took !== null || !seen.includes(waitsFor)) return;
      took = Number(process.hrtime.bigint() - started);
      // Left as a person would, so that compiled code is kept for the next start.
      child.write('\u0003');
    });
    child.onExit(({ exitCode }) => {
      if (waitsFor === null) return resolve(Number(process.hrtime.bigint() - started));
      if (took === null) return reject(new Error(`choose ended with ${exitCode} before its first question: ${seen}`));
      resolve(took);
    });
  });
}
