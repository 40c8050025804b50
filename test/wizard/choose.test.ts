// `apigw-advisor choose` as a person meets it: the built command in a pseudo-terminal, key by key, its screen read by
// a terminal emulator.
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { formatMoney } from '../../src/money/format.ts';
import { run } from '../run.ts';
import { flat, KEYS, start, type Session } from './terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'apigw-advisor-choose-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = () => mkdtempSync(join(root, 'd'));
const read = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');
const { enter, down, tab, ctrlC, ctrlD } = KEYS;

const PUSH = 'Does the server push to clients';
const REGION = 'AWS Region of the API:';
const REQUESTS = 'Requests that clients send';
const CALLERS = 'Who may call the API?';
const SIZES = 'Average size of a request body; average size of a response body:';
const BACKEND = 'What answers the requests?';
const LAMBDA = 'A Lambda function. Memory of the function; average billed duration of one invocation:';
const WHERE = 'Where to save the answers, as a workload file?';
const LISTS = ['Who may call the API?', 'What must the gateway do', 'How large and how slow', 'How is the API run'];

/** Region and volume, after a no to the first question. */
async function toTheTree(session: Session): Promise<void> {
  await session.key(PUSH, 'n');
  await session.reply(REGION);
  await session.reply(REQUESTS);
  await session.asked(CALLERS);
}

/** To the question where to save, with all that follows on the volume left open. */
async function toTheEnd(session: Session): Promise<void> {
  await toTheTree(session);
  await session.press('>');
  await session.asked(WHERE);
}

interface Recommended {
  readonly picks: readonly { readonly candidate: string }[];
  readonly candidates: readonly { readonly id: string; readonly title: string; readonly listCost: string }[];
}

/** That the last screen says what `recommend` says of the file. */
async function expectSameAnswer(shown: string, file: string): Promise<void> {
  const ran = await run(['recommend', basename(file), '--json'], { folder: dirname(file) });
  const { results } = JSON.parse(ran.stdout) as { results: readonly Recommended[] };
  expect(results[0]?.picks.length).toBeGreaterThan(0);
  for (const { candidate } of results[0]?.picks ?? []) {
    const { title = '', listCost = '' } = results[0]?.candidates.find(({ id }) => id === candidate) ?? {};
    expect(shown).toMatch(new RegExp(`▶ ${title} .*${formatMoney(decimal(listCost)).replaceAll(/[$.]/g, String.raw`\$&`)} a month`));
  }
}

describe('a full walk', () => {
  test('asks, explains, goes back, shows the cost, saves, recommends, and names the commands that go on', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd, rows: 24 });
    await session.asked(PUSH);
    expect(flat(session.screen().join(' '))).toContain('No cost yet: it needs a Region and some traffic.');
    expect(session.screen()[0]).toMatch(/^\? 1\/11 /);

    await session.press('?');
    const told = await session.until('Why it is asked: of all types of API Gateway, only a WebSocket API keeps a connection open');
    expect(flat(told)).toContain('A yes leads to a WebSocket API.');
    expect(told).toContain('https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html');
    await session.key(PUSH, 'n');
    await session.asked(`2/11 ${REGION}`);
    await session.press(...'frank');
    await session.until('eu-central-1 EU (Frankfurt)');
    await session.press(enter);
    await session.reply(REQUESTS, ...'20M/month');
    await session.until('Still possible: REST API from $74.00, HTTP API from $24.00 a month.');

    await session.key(CALLERS, ' ');
    await session.press(enter);
    await session.until('It will be: Private REST API ≥ $91.52 a month.');
    await session.press('<');
    await session.until('‹ back');
    await session.until('[x] Must the API be reachable only from inside a VPC?');
    await session.press(' ', down, down, ' ', 'n');
    await session.until('Which of these does it need?');
    await session.press(' ', down, ' ', enter);
    await session.until('Which of these does it need? API keys, Usage plans');

    // A mistake is said with what to write; what was typed stays to be mended.
    await session.asked(SIZES);
    await session.press(...'1 KB, 5 BB', enter);
    await session.until('Not taken: a size is a number');
    await session.until('write 5 B');
    await session.press(KEYS.backspace, KEYS.backspace, ...'KB', enter);
    await session.reply(BACKEND);
    await session.asked(LAMBDA);
    await session.press(tab, enter);
    await session.asked(WHERE);
    await session.until('It will be: REST API $106.58 a month.');
    await session.press(...'orders.yaml', enter);
    expect(await session.ended()).toEqual({ exitCode: 0, signal: 0 });

    const text = read(cwd, 'orders.yaml');
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/unpkg.com\/apigw-advisor\/schema\/workload.schema.json\n/);
    expect(text).toContain('name: orders\nregion: eu-central-1\n');
    expect(text).toContain('  # Must the API be reachable only from inside a VPC?\n  endpoint-private: no\n');
    expect(text).toContain('  api-keys: yes\n  usage-plans: yes\n');
    // Tab makes the example one's own: nothing here was taken by Enter alone.
    expect(text).not.toContain('an example');
    expect(text).not.toContain('canary');
    // The last screen is one window: from the last question to the commands, with room for the prompt of the shell.
    const window = session.screen().join('\n');
    expect(window).toContain(`✔ ${WHERE}`);
    await expectSameAnswer(window, join(cwd, 'orders.yaml'));
    expect(window).toContain('Saved in orders.yaml. Next:\n  apigw-advisor recommend orders.yaml\n  apigw-advisor cost orders.yaml\n');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(session.cursorIsShown()).toBe(true);
  });

  test('a CRUD API on Lambda by Enter alone: 11 prompts, examples marked, nothing denied', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd, rows: 24 });
    for (let prompt = 1; prompt <= 11; prompt += 1) await session.reply(`${prompt}/11 `);
    expect(await session.ended()).toEqual({ exitCode: 0, signal: 0 });
    const text = read(cwd, 'my-api.yaml');
    expect(text.match(/ # an example, not stated$/gm)).toHaveLength(6);
    expect(text).not.toContain('needs:');
    const window = session.screen().join('\n');
    expect(window).toContain('▶ HTTP API');
    expect(flat(window)).toContain('It assumes a no to the 18 open questions.');
    expect(flat(window)).toContain('Examples, not stated: region, traffic.requests, traffic.request and 3 more.');
    expect(window).toContain('  apigw-advisor choose --from my-api.yaml');
    await expectSameAnswer(window, join(cwd, 'my-api.yaml'));

    // What is marked is asked again, and so is what is open.
    const again = start(['choose', '--from', 'my-api.yaml'], { folder: cwd });
    await again.key(PUSH, 'n');
    await again.asked(REGION);
    await again.until('Enter takes the example');
    await again.press(ctrlC);
    await again.ended();
  });

  test('connections: their own numbers, and requests beside them only when there are', async () => {
    const cwd = folder();
    const session = start(['choose', '--region', 'us-east-1', '--output', 'chat.yaml'], { folder: cwd });
    await session.key(PUSH, 'y');
    await session.reply('Connections open at the same time', ...'1000');
    await session.reply(REQUESTS, ...'none');
    await session.until('It will be: WebSocket API from $10.95 a month.');
    await session.reply('Hours a day that the connections are open:', ...'24');
    await session.reply('Messages that each client sends. How many, on each connection', ...'10/hour; -');
    await session.reply('Connections to which each inbound message is forwarded');
    await session.reply('Messages that the backend pushes to each client.', ...'none');
    await session.key(BACKEND, '-');
    expect(await session.ended()).toMatchObject({ exitCode: 0 });
    const text = read(cwd, 'chat.yaml');
    expect(text).toContain('name: chat\n');
    expect(text).toContain('server-push: yes');
    expect(text).not.toContain('traffic:');
    expect(text).not.toContain('outbound');
    await expectSameAnswer(await session.until('apigw-advisor recommend chat.yaml'), join(cwd, 'chat.yaml'));
  });
});

test('going back as often as there were steps, to where every answer is as it was', async () => {
  const session = start(['choose'], { folder: folder() });
  await toTheTree(session);
  await session.key(CALLERS, 'n');
  await session.asked('What must the gateway do');
  for (const question of [CALLERS, REQUESTS, REGION, PUSH]) {
    await session.press('<');
    await session.asked(question);
  }
  expect(session.screen().join('\n')).not.toContain('< goes back');
  expect(session.screen().join('\n')).toContain('❯ No');
  // Every earlier answer is offered again: Enter alone walks back to where it was.
  for (const question of [PUSH, REGION, REQUESTS]) await session.reply(question);
  await session.asked(CALLERS);
  await session.press(ctrlC);
  expect((await session.ended()).exitCode).toBe(130);
});

describe("I don't know", () => {
  test('to everything: no price, no no, a file to go on from', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    for (const question of [PUSH, REGION, REQUESTS, ...LISTS]) await session.key(question, '-');
    await session.reply(WHERE);
    expect(await session.ended()).toMatchObject({ exitCode: 0 });
    await session.until('No recommendation yet: it needs a Region and some traffic.');
    await session.until('By what it needs alone: an HTTP API, if the 18 open questions are answered with no.');
    expect(await session.until('To go on:')).toContain('  apigw-advisor choose --from my-api.yaml\n');
    const text = read(cwd, 'my-api.yaml');
    expect(text.replaceAll(/^#.*$/gm, '').trim()).toBe('name: my-api');
    expect(text).toContain('# open: Must AWS WAF inspect the requests at the API itself? (needs.waf-native)');
    expect(text).toContain('# open: AWS Region of the API. (region)');
  });

  test('to all that is left at once', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheTree(session);
    await session.until('> skips this and the other 6');
    await session.press('>');
    await session.reply(WHERE);
    await session.ended();
    expect(read(cwd, 'my-api.yaml').match(/: no$/gm)).toEqual([': no']);
  });
});

describe('leaving', () => {
  test.each([
    ['at the first question', (session: Session) => session.until(PUSH), ctrlC, 0],
    [
      'while typing',
      async (session: Session) => {
        await session.key(PUSH, 'n');
        await session.asked(REGION);
        await session.press(...'eu-we');
      },
      ctrlC,
      1,
    ],
    [
      'after it explained',
      async (session: Session) => {
        await toTheTree(session);
        await session.press('?');
      },
      ctrlC,
      3,
    ],
    ['before it is saved', toTheEnd, ctrlC, 3],
    ['by Ctrl-D', toTheTree, ctrlD, 3],
  ] as const)('%s: exit code 130, the cursor back, no workload file, and what was answered is kept', async (_, come, key, answers) => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await come(session);
    await session.press(key);
    expect(await session.ended()).toEqual({ exitCode: 130, signal: 0 });
    await session.until('Cancelled; no workload file written.');
    expect(session.cursorIsShown()).toBe(true);
    expect(readdirSync(cwd).filter((name) => !name.startsWith('.'))).toEqual([]);
    const kept = join(cwd, '.local/state/apigw-advisor/choose.yaml');
    expect(existsSync(kept)).toBe(answers > 0);
    if (answers === 0) return;
    await session.until('To go on from here: apigw-advisor choose --resume');
    expect(read(kept).match(/^[a-z].*$/gm)).toHaveLength(answers);
  });

  test('while asked whether to replace a file: it is as it was', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'my-api.yaml'), 'mine\n');
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press(enter);
    await session.asked('my-api.yaml exists. Replace it?');
    await session.press(ctrlC);
    expect((await session.ended()).exitCode).toBe(130);
    expect(read(cwd, 'my-api.yaml')).toBe('mine\n');
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('by %s', async (signal) => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheTree(session);
    process.kill(session.pid, signal);
    expect((await session.ended()).exitCode).toBe(130);
    expect(session.cursorIsShown()).toBe(true);
    expect(existsSync(join(cwd, 'my-api.yaml'))).toBe(false);
    expect(existsSync(join(cwd, '.local/state/apigw-advisor/choose.yaml'))).toBe(true);
  });

  test('because the terminal was closed: the process ends, and what was answered is kept', async () => {
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
    expect(readdirSync(cwd).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect(existsSync(join(cwd, '.local/state/apigw-advisor/choose.yaml'))).toBe(true);
  });

  test('and resuming: what was answered is not asked again, can be gone back to, and is forgotten at the end', async () => {
    const cwd = folder();
    const session = start(['choose', '--policy', 'cheapest'], { folder: cwd });
    await session.key(PUSH, 'n');
    await session.reply(REGION);
    await session.reply(REQUESTS, ...'3M/month');
    await session.key(CALLERS, 'n');
    await session.asked('What must the gateway do');
    await session.press(ctrlC);
    await session.ended();
    await session.until('apigw-advisor choose --resume --policy cheapest');

    const again = start(['choose', '--resume'], { folder: cwd });
    await again.asked('5/11 What must the gateway do');
    await again.press('<');
    await again.key(CALLERS, 'n');
    await again.key('What must the gateway do', '>');
    await again.reply(WHERE);
    expect((await again.ended()).exitCode).toBe(0);
    const text = read(cwd, 'my-api.yaml');
    expect(text).toContain('region: us-east-1 # an example, not stated\n');
    expect(text).toContain('  requests: 3M/month\n');
    expect(text).toContain('  waf-native: no\n');

    const gone = start(['choose', '--resume'], { folder: cwd });
    await gone.until('there is no run to resume');
    expect((await gone.ended()).exitCode).toBe(2);
  });
});

describe('saving', () => {
  test('a file that is there: refused, then another name', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'my-api.yaml'), 'mine\n');
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press(enter);
    await session.asked('my-api.yaml exists. Replace it?');
    await session.press('n');
    await session.until('my-api.yaml exists. Replace it? No');
    await session.asked(WHERE);
    await session.press(...'no/such/folder.yaml', enter);
    await session.until('no/such/folder.yaml cannot be written: there is no such folder.');
    await session.press(...'my api.yaml', enter);
    await session.until("apigw-advisor recommend 'my api.yaml'");
    expect((await session.ended()).exitCode).toBe(0);
    expect(read(cwd, 'my-api.yaml')).toBe('mine\n');
    expect(read(cwd, 'my api.yaml')).toContain('name: my api');
  });

  test('a file that is there: accepted, through a link', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'real.yaml'), 'mine\n');
    symlinkSync('real.yaml', join(cwd, 'mine.yaml'));
    const session = start(['choose', '--output', 'mine.yaml'], { folder: cwd });
    await toTheTree(session);
    await session.press('>');
    await session.asked('mine.yaml exists. Replace it?');
    await session.press('y');
    await session.until('note: mine.yaml is a link to');
    expect((await session.ended()).exitCode).toBe(0);
    expect(readlinkSync(join(cwd, 'mine.yaml'))).toBe('real.yaml');
    expect(read(cwd, 'real.yaml')).toContain('name: mine');
  });

  test('back from the end changes an answer; - saves nothing and recommends all the same', async () => {
    const cwd = folder();
    const session = start(['choose'], { folder: cwd });
    await toTheEnd(session);
    await session.press('<');
    await session.key(CALLERS, '>');
    await session.key(WHERE, '-');
    await session.until('▶ HTTP API');
    await session.until('Nothing was saved.');
    expect((await session.ended()).exitCode).toBe(0);
    expect(existsSync(join(cwd, 'my-api.yaml'))).toBe(false);
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

  test('everything answered: no question, the recommendation, the commands', async () => {
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
    await expectSameAnswer(shown, join(cwd, 'w.yaml'));
    expect((await session.ended()).exitCode).toBe(0);
    expect(read(cwd, 'w.yaml')).toBe(before);
  });

  test('asks only what is open, and keeps what the file says and its comments', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'w.yaml'), FILE);
    const session = start(['choose', '--from', 'w.yaml'], { folder: cwd });
    await session.key(`1/2 ${PUSH}`, 'n');
    // Whether it is private changes nothing any more: usage plans make it a REST API either way.
    expect(await session.until(WHERE)).not.toContain(CALLERS);
    await session.press(enter);
    await session.asked('w.yaml exists. Replace it?');
    await session.press('y');
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
    expect(visible).toContain(CALLERS);
    expect(visible).toContain('Ctrl-C cancels');
    await session.press('n');
    await session.asked('What must the gateway do');
    // A redraw that lost count of its lines would leave pieces of the list behind.
    expect(
      session
        .screen()
        .join(' ')
        .match(/Who may call/g),
    ).toHaveLength(1);
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
    await session.until('* AWS Region of the API: us-east-1 (an example)');
    expect(session.screen().join('')).toMatch(/^[\x20-\x7e]*$/);
    await session.press('>');
    await session.reply(WHERE);
    await session.ended();
    expect(session.screen().join('')).toMatch(/^[\x20-\x7e]*$/);
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
    await say('Not taken: it is a number from 1 to 3.', '2');
    await say(REGION, 'nowhere');
    await say('Not taken: there are no prices for nowhere', '');
    await say(REQUESTS, '<');
    await session.until('(region)');
    await session.press('\r');
    await session.press('\r');
    await say(CALLERS, '1,9');
    await say('Not taken: it is numbers from 1 to 4.', '4,n');
    await say(SIZES, '-');
    await say('web ACL', '-');
    await say(BACKEND, '2');
    await say(WHERE, 'w.yaml');
    expect((await session.ended()).exitCode).toBe(0);
    expect(session.raw()).not.toContain('\u001b');
    expect(read(cwd, 'w.yaml')).toContain('server-push: no');
    expect(read(cwd, 'w.yaml')).toContain('waf-native: yes');
    expect(read(cwd, 'w.yaml')).toContain('usage-plans: no');
  });

  test('TERM=dumb: Ctrl-C and the end of input leave', async () => {
    for (const key of [ctrlC, ctrlD]) {
      const session = start(['choose'], { folder: folder(), env: { TERM: 'dumb' } });
      await session.until(PUSH);
      await session.press(key);
      expect((await session.ended()).exitCode).toBe(130);
      await session.until('Cancelled; no workload file written.');
    }
  });
});

describe('nobody there', () => {
  test('CI is set: exit code 2, and what to run instead', async () => {
    const session = start(['choose'], { folder: folder(), env: { CI: '1' } });
    await session.until('choose asks questions, and CI is set');
    await session.until('apigw-advisor choose --answers answers.yaml');
    expect((await session.ended()).exitCode).toBe(2);
  });

  test('standard input is piped, or standard output is', async () => {
    const ran = await run(['choose', '--from', 'w.yaml']);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('standard input is not a terminal');
    expect(ran.stderr).toContain('apigw-advisor choose --answers answers.yaml');
  });
});
