// `apigw-advisor choose` as a person meets it: the built command in a pseudo-terminal, key by key, its screen read by
// a terminal emulator.
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { run } from '../run.ts';
import { flat, KEYS, start, type Session } from './terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'apigw-advisor-choose-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = () => mkdtempSync(join(root, 'd'));
const read = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');
const { enter, up, down, tab, ctrlC, ctrlD } = KEYS;

const PUSH = 'Does the server push to clients';
const REGION = 'AWS Region of the API:';
const REQUESTS = 'Requests that clients send';
const VPC = 'Must the API be reachable only from inside a VPC?';
const POLICY = 'Must a resource policy decide';
const KEYED = 'Do you hand out API keys';
const RESPONSE = 'Average size of a response body:';
const BACKEND = 'What answers the requests?';
const NAME = 'What you call this API:';
const WHERE = 'Where to save the answers?';

/** Region and volume, after a no to the first question. */
async function toTheTree(session: Session): Promise<void> {
  await session.reply(PUSH, 'n');
  await session.reply(REGION);
  await session.reply(REQUESTS);
  await session.asked(VPC);
}

/** To the question where to save, with every question of the tree left open. */
async function toTheEnd(session: Session): Promise<void> {
  await toTheTree(session);
  await session.press(up, up, up, enter);
  await session.reply('Average size of a request body:', up, down);
  await session.reply(RESPONSE, '-');
  await session.reply(BACKEND, '-');
  await session.reply(NAME);
  await session.asked(WHERE);
}

/** What `recommend` prints for the file, on a terminal as wide. */
async function recommended(file: string, columns = 80): Promise<string> {
  const ran = await run(['recommend', file], { columns });
  return ran.stdout;
}

describe('a full walk', () => {
  test('asks, explains, goes back, shows the cost, recommends, saves, and names the command that repeats it', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await session.asked(PUSH);
    expect(flat(session.screen().join(' '))).toContain('No cost yet: it needs a Region and some traffic.');

    await session.press('?');
    await session.until('Why it is asked: of all types of API Gateway, only a WebSocket API keeps a connection open');
    expect(flat(session.screen().join(' '))).toContain('A yes leads to a WebSocket API.');
    expect(session.screen().join('')).toContain(
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html',
    );
    await session.press('?');
    expect(session.screen().join(' ')).not.toContain('Why it is asked');
    expect(session.screen().join(' ')).toContain(PUSH);

    await session.press('n', enter);
    await session.asked(REGION);
    await session.press(...'frank');
    await session.until('eu-central-1 EU (Frankfurt)');
    await session.press(enter);
    await session.reply(REQUESTS, ...'20M/month');
    await session.until('Still possible: REST API from $74.00, HTTP API from $24.00 a month.');

    // A mistake is said with what to write; the question stays.
    await session.reply(VPC, 'y');
    await session.until('It will be: Private REST API ≥ $91.52 a month.');
    await session.press('?');
    await session.until('It reads as people write it: a size is a number');
    await session.press('<');
    await session.until('‹ back');
    await session.until('❯ Yes');
    await session.press('n', enter);
    await session.asked(POLICY);
    await session.press('n', enter);
    await session.asked(KEYED);
    await session.press('y', enter);
    await session.until('Which of these does it need?');
    await session.press(' ', down, ' ', enter);
    await session.until('Which of these does it need? API keys, Usage plans');
    await session.reply('Average size of a request body:', ...'1 KB');
    await session.press(...'5 BB', enter);
    await session.until('Not taken: a size is a number with B, KB, MB or GB (KiB and kB when you mean exactly 1,024 or 1,000); write 5 B.');
    await session.press(KEYS.backspace, KEYS.backspace, ...'KB', enter);
    await session.asked(BACKEND);
    await session.press(enter);
    await session.reply('Memory of the function:');
    await session.reply('Average billed duration of one invocation:', tab);
    await session.reply(NAME, ...'orders');
    await session.asked(WHERE);
    const shown = await session.until('It will be: REST API');
    await session.press(enter);
    expect(await session.ended()).toEqual({ exitCode: 0, signal: 0 });

    const text = read(cwd, 'workload.yaml');
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/unpkg.com\/apigw-advisor\/schema\/workload.schema.json\n/);
    expect(text).toContain('name: orders\nregion: eu-central-1\n');
    expect(text).toContain('  # Must the API be reachable only from inside a VPC?\n  endpoint-private: no\n');
    expect(text).toContain('  api-keys: yes\n  usage-plans: yes\n');
    expect(text).not.toContain('canary');
    expect(shown).toContain((await recommended(join(cwd, 'workload.yaml'))).trimEnd());
    const end = await session.until('Saved in workload.yaml.');
    expect(end).toContain('The same answer without questions:\n  apigw-advisor recommend workload.yaml\n');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(session.cursorIsShown()).toBe(true);
  });

  test('connections: their own numbers, and requests beside them only when there are', async () => {
    const cwd = folder();
    const session = start(['choose', '--region', 'us-east-1', '--output', 'chat.yaml'], { folder: cwd });
    await session.reply(PUSH, 'y');
    await session.reply('Connections open at the same time', ...'1000');
    await session.reply(REQUESTS, ...'none');
    await session.until('It will be: WebSocket API from $10.95 a month.');
    await session.reply('Hours a day that the connections are open:');
    await session.reply('Messages that each client sends. How many, on each connection:', ...'10/hour');
    await session.reply('Average size of a message', '-');
    await session.reply('Connections to which each inbound message is pushed on');
    await session.reply('Messages that the backend pushes to each client. How many, on each connection:', ...'none');
    await session.reply(BACKEND, up);
    await session.reply(NAME);
    expect(await session.ended()).toMatchObject({ exitCode: 0 });
    const text = read(cwd, 'chat.yaml');
    expect(text).toContain('server-push: yes');
    expect(text).not.toContain('traffic:');
    expect(text).not.toContain('outbound');
    expect(await session.until('apigw-advisor recommend chat.yaml')).toContain((await recommended(join(cwd, 'chat.yaml'))).trimEnd());
  });
});

test('going back as often as there were steps, to where every answer is as it was', async () => {
  const session = start(['choose'], { folder: folder() });
  await toTheTree(session);
  await session.press('n', enter, 'n', enter);
  await session.asked(KEYED);
  for (const question of [POLICY, VPC, REQUESTS, REGION, PUSH]) {
    await session.press('<');
    await session.asked(question);
  }
  expect(session.screen().join('\n')).not.toContain('< goes back');
  expect(session.screen().join('\n')).toContain('❯ No');
  // Every earlier answer is offered again: Enter alone walks back to where it was.
  for (const question of [PUSH, REGION, REQUESTS, VPC, POLICY]) await session.reply(question);
  await session.asked(KEYED);
  await session.press(ctrlC);
  expect((await session.ended()).exitCode).toBe(130);
});

describe("I don't know", () => {
  test('to everything: no price, no no, a file to go on from', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await session.reply(PUSH, '-');
    await session.reply(REGION, '-');
    await session.reply(REQUESTS, '-');
    for (const { ask } of QUESTIONS.slice(1, 18)) await session.reply(flat(ask).slice(0, 40), '-');
    await session.reply(NAME, '-');
    await session.until('No recommendation yet: it takes a Region and some traffic.');
    await session.until('By what it needs alone: an HTTP API, if the open questions (18) are answered with no.');
    await session.reply(WHERE);
    expect(await session.ended()).toMatchObject({ exitCode: 0 });
    expect(await session.until('To go on from there:')).toContain('  apigw-advisor choose --from workload.yaml\n');
    const text = read(cwd, 'workload.yaml');
    expect(text.replaceAll(/^#.*$/gm, '').trim()).toBe('{}');
    expect(text).toContain('# open: Must AWS WAF inspect the requests at the API itself? (needs.waf-native)');

    const again = start(['choose', '--from', 'workload.yaml'], { folder: cwd });
    await again.until(PUSH);
    await again.press(ctrlC);
    expect((await again.ended()).exitCode).toBe(130);
    expect(read(cwd, 'workload.yaml')).toBe(text);
  });

  test('to the rest of the tree at once', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press(enter);
    await session.ended();
    expect(read(cwd, 'workload.yaml').match(/: no$/gm)).toEqual([': no']);
  });
});

describe('leaving', () => {
  test.each([
    ['at the first question', (session: Session) => session.until(PUSH), ctrlC],
    [
      'while typing',
      async (session: Session) => {
        await session.reply(PUSH, 'n');
        await session.asked(REGION);
        await session.press(...'eu-we');
      },
      ctrlC,
    ],
    [
      'while it explains',
      async (session: Session) => {
        await toTheTree(session);
        await session.press('?');
      },
      ctrlC,
    ],
    ['before it is saved', toTheEnd, ctrlC],
    ['by Ctrl-D', toTheTree, ctrlD],
  ] as const)('%s: exit code 130, the cursor back, nothing written', async (_, come, key) => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await come(session);
    await session.press(key);
    expect(await session.ended()).toEqual({ exitCode: 130, signal: 0 });
    await session.until('Left before the end; nothing was written.');
    expect(session.cursorIsShown()).toBe(true);
    expect(readdirSync(cwd).filter((name) => name !== '.cache')).toEqual([]);
  });

  test('while asked whether to replace a file: it is as it was', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'workload.yaml'), 'mine\n');
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press(enter);
    await session.until('workload.yaml exists. Replace it?');
    await session.press('y', ctrlC);
    expect((await session.ended()).exitCode).toBe(130);
    expect(read(cwd, 'workload.yaml')).toBe('mine\n');
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('by %s', async (signal) => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheTree(session);
    process.kill(session.pid, signal);
    expect((await session.ended()).exitCode).toBe(130);
    expect(session.cursorIsShown()).toBe(true);
    expect(existsSync(join(cwd, 'workload.yaml'))).toBe(false);
  });

  test('because the terminal was closed: the process ends, nothing is written', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheTree(session);
    session.hangUp();
    const isRunning = () => {
      try {
        process.kill(session.pid, 0);
        return true;
      } catch {
        return false;
      }
    };
    await expect.poll(isRunning, { timeout: 10_000 }).toBe(false);
    expect(readdirSync(cwd).filter((name) => name !== '.cache')).toEqual([]);
  });
});

describe('saving', () => {
  test('a file that is there: refused, then another name', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'workload.yaml'), 'mine\n');
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press(enter);
    await session.until('workload.yaml exists. Replace it?');
    await session.press(enter);
    await session.until('No, use another name');
    await session.press(...'no/such/folder.yaml', enter);
    await session.until('no/such/folder.yaml cannot be written: there is no such folder.');
    await session.press(...'my api.yaml', enter);
    await session.until("apigw-advisor recommend 'my api.yaml'");
    expect((await session.ended()).exitCode).toBe(0);
    expect(read(cwd, 'workload.yaml')).toBe('mine\n');
    expect(read(cwd, 'my api.yaml')).toContain('name: my-api');
  });

  test('a file that is there: accepted, through a link', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'real.yaml'), 'mine\n');
    symlinkSync('real.yaml', join(cwd, 'mine.yaml'));
    const session = start(['choose', '--output', 'mine.yaml'], { folder: cwd });
    await toTheTree(session);
    await session.press(up, up, up, enter);
    await session.reply('Average size of a request body:', '-');
    await session.reply(RESPONSE, '-');
    await session.reply(BACKEND, '-');
    await session.reply(NAME);
    await session.until('mine.yaml exists. Replace it?');
    await session.press('y', enter);
    await session.until('note: mine.yaml is a link to');
    expect((await session.ended()).exitCode).toBe(0);
    expect(readlinkSync(join(cwd, 'mine.yaml'))).toBe('real.yaml');
    expect(read(cwd, 'real.yaml')).toContain('name: my-api');
  });

  test('back from the end changes an answer and recommends anew', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press('<');
    await session.until('❯ (my-api)');
    await session.press(...'renamed', enter);
    await session.until(`${NAME} renamed`);
    await session.press('-', enter);
    await session.until('Nothing was saved.');
    expect((await session.ended()).exitCode).toBe(0);
    expect(existsSync(join(cwd, 'workload.yaml'))).toBe(false);
  });
});

describe('--from', () => {
  const FILE = `# Ours, please keep.
name: orders # not the other one
region: eu-central-1
traffic: { requests: 20M/month, request: 1 KB, response: 5 KB }
backend: { lambda: { memory: 512 MB, duration: 120 ms } }

needs:
  # The partners call it.
  usage-plans: yes
`;

  test('everything answered: no question, the recommendation, the command', async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'w.yaml'),
      FILE.replace('usage-plans', 'server-push: no\n  usage-plans').replace(
        'needs:',
        `needs:\n  endpoint-private: no\n  resource-policy: no\n  vpc-endpoint-policy: no`,
      ),
    );
    const before = read(cwd, 'w.yaml');
    const session = start(['choose', '--from', 'w.yaml'], { folder: cwd });
    const shown = await session.until('apigw-advisor recommend w.yaml');
    expect(shown).toContain('w.yaml says all of this already.');
    expect(shown).not.toContain('Enter takes it');
    expect(shown).toContain((await recommended(join(cwd, 'w.yaml'))).trimEnd());
    expect((await session.ended()).exitCode).toBe(0);
    expect(read(cwd, 'w.yaml')).toBe(before);
  });

  test('asks only what is open, and keeps what the file says and its comments', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'w.yaml'), FILE);
    const session = start(['choose', '--from', 'w.yaml'], { folder: cwd });
    await session.reply(PUSH, 'n');
    // Whether it is private changes nothing any more: usage plans make it a REST API either way.
    expect(await session.until(WHERE)).not.toContain(VPC);
    await session.press(enter);
    await session.until('w.yaml exists. Replace it?');
    await session.press('y', enter);
    expect((await session.ended()).exitCode).toBe(0);
    const text = read(cwd, 'w.yaml');
    expect(text.startsWith(FILE.slice(0, FILE.indexOf('needs:')))).toBe(true);
    expect(text).toContain('  # The partners call it.\n  usage-plans: yes\n  # Does the server push');
    expect(text).toContain('  server-push: no\n');
    expect(text).not.toContain('# open:');
  });

  test('a file with mistakes is answered as by recommend, without a question', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'w.yaml'), 'name: a\nregin: us-east-1\n');
    const session = start(['choose', '--from', 'w.yaml'], { folder: cwd });
    expect((await session.ended()).exitCode).toBe(3);
    await session.until('did you mean region?');
  });
});

describe('the window', () => {
  test.each([40, 50, 60])('%i columns: every line fits, every question can be read', async (columns) => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd, columns, rows: 24 });
    await toTheTree(session);
    await session.press('?');
    await session.until('Why it is asked');
    const visible = flat(session.screen().join(' '));
    expect(visible).toContain('Must the API be reachable only from inside a VPC?');
    expect(visible).toContain('hides this');
    await session.press('?', 'n', enter);
    await session.asked(POLICY);
    // A redraw that lost count of its lines would leave pieces of the explanation behind.
    expect(flat(session.screen().join(' '))).not.toContain('Why it is asked');
    expect(flat(session.screen().join(' ')).match(/Must the API be reachable/g)).toHaveLength(1);
    await session.press(ctrlC);
    await session.ended();
  });

  test('NO_COLOR: no colour, the same words', async () => {
    const session = start(['choose'], { folder: folder(), env: { NO_COLOR: '1' } });
    await toTheTree(session);
    expect(session.raw()).not.toMatch(/\u001b\[[\d;]*m/);
    await session.press(ctrlC);
    await session.ended();
  });

  test('a locale without UTF-8: ASCII only', async () => {
    const session = start(['choose'], { folder: folder(), env: { LANG: 'C' } });
    await toTheTree(session);
    await session.until('* AWS Region of the API: us-east-1');
    expect(session.screen().join('')).toMatch(/^[\x20-\x7e]*$/);
    await session.press(ctrlC);
    await session.ended();
  });

  test('TERM=dumb: line by line, without a single escape', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd, env: { TERM: 'dumb', LANG: 'C' } });
    const say = async (question: string, ...lines: readonly string[]) => {
      await session.until(question);
      for (const line of lines) await session.press(`${line}\r`);
    };
    await say(PUSH, '?');
    await say('Why it is asked', 'maybe');
    await say('Not taken: it is a number from 1 to 4.', '2');
    await say(REGION, 'nowhere');
    await say('Not taken: there are no prices for nowhere.', '');
    await say(REQUESTS, '<');
    await session.until('(region)');
    await session.press('\r');
    await session.press('\r');
    await say(VPC, '4');
    await say('Average size of a request body:', '-');
    await say(RESPONSE, '-');
    await say(BACKEND, '3');
    await say(NAME, '');
    await say(WHERE, 'w.yaml');
    expect((await session.ended()).exitCode).toBe(0);
    expect(session.raw()).not.toContain('\u001b');
    expect(read(cwd, 'w.yaml')).toContain('server-push: no');
  });

  test('TERM=dumb: Ctrl-C and the end of input leave', async () => {
    for (const key of [ctrlC, ctrlD]) {
      const session = start(['choose'], { folder: folder(), env: { TERM: 'dumb' } });
      await session.until(PUSH);
      await session.press(key);
      expect((await session.ended()).exitCode).toBe(130);
      await session.until('Left before the end; nothing was written.');
    }
  });
});

describe('nobody there', () => {
  test('CI is set: exit code 2, and what to run instead', async () => {
    const session = start(['choose'], { folder: folder(), env: { CI: '1' } });
    await session.until('choose asks questions, and CI is set');
    await session.until('apigw-advisor init workload.yaml, fill it in, then apigw-advisor recommend workload.yaml');
    expect((await session.ended()).exitCode).toBe(2);
  });

  test('standard input is piped, or standard output is', async () => {
    const ran = await run(['choose', '--from', 'w.yaml']);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('standard input is not a terminal');
    expect(ran.stderr).toContain('apigw-advisor recommend w.yaml');
  });
});
