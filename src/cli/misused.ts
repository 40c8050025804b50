import { didYouMean } from '../errors/did-you-mean.ts';
import { UsageError } from '../errors/errors.ts';
import { own } from '../reading/own.ts';

/** What is read of a command of commander. */
export interface Usable {
  name(): string;
  readonly parent: Usable | null;
  readonly commands: readonly Usable[];
  readonly options: readonly {
    readonly flags: string;
    readonly long?: string | null | undefined;
    readonly argChoices?: readonly string[] | undefined;
  }[];
  readonly registeredArguments: readonly { name(): string; readonly description: string; readonly required: boolean }[];
}

/** Options that other programs have, by what says the same here: an option, or words for what to do. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  file: 'the file by itself, without an option',
  f: 'the file by itself, without an option',
  input: 'the file by itself, without an option',
  i: 'the file by itself, without an option',
  template: 'the file by itself, without an option',
  regions: '--region',
  r: '--region',
  location: '--region',
  colour: '--no-color',
  'no-colour': '--no-color',
  'no-colors': '--no-color',
  date: '--as-of',
  today: '--as-of',
  'free-plan': '--free-tier',
  hours: '--hours-per-month',
  'max-cost': '--budget',
  limit: '--budget',
  threshold: '--budget',
  before: '--previous',
  baseline: '--previous',
  plan: '--policy',
  strategy: '--policy',
  cheapest: '--policy cheapest',
};

/** Examples of what commands take, by the names of their arguments. */
const EXAMPLES: Readonly<Record<string, string>> = {
  file: 'workload.yaml',
  path: 'template.yaml',
  before: 'main.yaml',
  sku: 'apigateway/http-requests',
  quantity: '432M',
  shell: 'bash',
};

/**
 * What commander says of a wrong command line, as place, reason and what to write, like mistakes of files.
 * @param code and `message` of its error.
 */
export function misused(
  { code, message }: { readonly code: string; readonly message: string },
  root: Usable,
  argv: readonly string[],
): UsageError {
  const command = commandOf(root, argv);
  const name = fullName(command);
  const quoted = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [first = '', second = ''] = quoted;
  switch (code) {
    case 'commander.unknownCommand':
      return unknownCommand(first, command, argv);
    case 'commander.unknownOption':
      return unknownOption(first, command, argv);
    case 'commander.missingArgument': {
      const argument = command.registeredArguments.find((one) => one.name() === first);
      return new UsageError(`${name} is given no ${first}`, `it takes ${argument?.description || first}`, exampleOf(command));
    }
    case 'commander.optionMissingArgument': {
      const option = command.options.find((one) => one.flags === first);
      return new UsageError(
        `${flagOf(first)} is given no value`,
        `it is ${first}`,
        `${flagOf(first)} ${option?.argChoices?.[0] ?? valueOf(first)}`,
      );
    }
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.*)\.$/s.exec(message)?.[1]?.split(', ') ?? [];
      const [flag, value] = first.startsWith('-') ? [flagOf(first), second] : ['', first];
      const what = flag === '' ? `${name} is given "${value}"` : `${flag} is "${value}"`;
      const right = chosen(value, choices) ?? choices[0] ?? null;
      return new UsageError(
        what,
        `it is one of ${choices.join(', ')}`,
        flag === '' ? `apigw-advisor ${name} ${right}` : `${flag} ${right}`,
      );
    }
    case 'commander.conflictingOption':
      return new UsageError(
        `${flagOf(first)} and ${flagOf(second)} are both given`,
        'each excludes the other',
        `${flagOf(second)}, without ${flagOf(first)}`,
      );
    case 'commander.excessArguments': {
      const most = command.registeredArguments.length;
      const takes = most === 0 ? 'it takes options only' : `it takes ${command.registeredArguments.map((one) => one.name()).join(' and ')}`;
      return new UsageError(`${name} has too many arguments`, takes, exampleOf(command));
    }
    default:
      return new UsageError(
        message.replace(/^error: /, '').split('\n')[0] ?? message,
        'the command line is not understood',
        `apigw-advisor ${name} --help`.replace('  ', ' '),
      );
  }
}

/** The choice that a value is meant to be, in any case of letters, or cut short. */
function chosen(value: string, choices: readonly string[]): string | null {
  const said = value.toLowerCase() === 'md' ? 'markdown' : value.toLowerCase();
  return choices.find((one) => one === said) ?? choices.find((one) => said.length > 2 && one.startsWith(said)) ?? didYouMean(said, choices);
}

function unknownCommand(given: string, command: Usable, argv: readonly string[]): UsageError {
  const names = command.commands.map((one) => one.name());
  const nearest = didYouMean(given, names);
  const before = fullName(command);
  const looksLikeFile = /[./\\]/.test(given);
  const right = nearest ?? (looksLikeFile ? 'cost' : (names[0] ?? ''));
  const rest = argv.slice(argv.indexOf(given) + (looksLikeFile && nearest === null ? 0 : 1));
  const line = ['apigw-advisor', before, right, ...rest].filter(Boolean).join(' ');
  return new UsageError(`there is no command ${[before, given].filter(Boolean).join(' ')}`, `the commands are ${names.join(', ')}`, line);
}

function unknownOption(given: string, command: Usable, argv: readonly string[]): UsageError {
  const flag = given.replace(/=.*$/s, '');
  const bare = flag.replace(/^-+/, '');
  const place = argv.findIndex((one) => one === given || one === flag || one.startsWith(`${flag}=`));
  const following = argv[place + 1];
  const value = given.includes('=')
    ? given.slice(given.indexOf('=') + 1)
    : /=/.test(argv[place] ?? '')
      ? (argv[place] ?? '').replace(/^[^=]*=/, '')
      : following !== undefined && !following.startsWith('-')
        ? following
        : null;
  const name = fullName(command);
  const flags = command.options.map((one) => one.long ?? one.flags);
  const write = formatOf(bare, value, command) ?? otherName(bare, value, command, flags) ?? `apigw-advisor ${name} --help`;
  return new UsageError(
    `${name === '' ? 'apigw-advisor' : name} has no option ${flag}`,
    flags.length === 0 ? 'it takes none' : `it has ${flags.join(', ')}`,
    write,
  );
}

/** `--csv`, `-o json`, `--output-format=md`: a format by whatever name. */
function formatOf(bare: string, value: string | null, command: Usable): string | null {
  const choices = command.options.find((one) => one.long === '--format')?.argChoices ?? [];
  const said = [bare, ...(/^(?:o|out|output|f|fmt|format|output-format|type)$/.test(bare) && value !== null ? [value] : [])];
  const format = said.map((one) => (one.length > 1 ? chosen(one, choices) : null)).find((one) => one !== null);
  return format === undefined || format === null ? null : `--format ${format}`;
}

function otherName(bare: string, value: string | null, command: Usable, flags: readonly string[]): string | null {
  const same = own(ELSEWHERE, bare);
  if (same?.startsWith('--') === false) return value === null ? same : `apigw-advisor ${fullName(command)} ${value}`;
  const [flag = ''] = (same ?? '').split(' ');
  const right = flag !== '' && flags.includes(flag) ? (same ?? '') : didYouMean(`--${bare}`, flags);
  if (right === null) return null;
  const option = command.options.find((one) => one.long === right);
  const choices = option?.argChoices;
  const takesValue = /[<[]/.test(option?.flags ?? '');
  if (!takesValue) return right;
  const known = choices === undefined ? value : (choices.find((one) => one === value) ?? choices[0]);
  return `${right} ${known ?? valueOf(option?.flags ?? '')}`;
}

function commandOf(root: Usable, argv: readonly string[]): Usable {
  let command = root;
  for (const word of argv) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    command = next;
  }
  return command;
}

function fullName(command: Usable): string {
  return command.parent === null ? '' : [fullName(command.parent), command.name()].filter(Boolean).join(' ');
}

function exampleOf(command: Usable): string {
  const required = command.registeredArguments.filter((one) => one.required).map((one) => own(EXAMPLES, one.name()) ?? one.name());
  return ['apigw-advisor', fullName(command), ...required].join(' ');
}

const flagOf = (flags: string) => /--[a-z-]+/.exec(flags)?.[0] ?? flags;
const valueOf = (flags: string) => /<([^>]+)>/.exec(flags)?.[0] ?? '';
