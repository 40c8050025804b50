import { checkbox, confirm, input as line, search, select } from '@inquirer/prompts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { paragraph } from '../../render/paragraph.ts';
import { visible } from '../../documents/visible.ts';
import { KEYS, type Ask, type Asked, type Asker, type Checklist, type Choice, type Choices, type Entry } from './ask.ts';
import { untilKey, type Place } from './until-key.ts';
import { doneLine, explanation, foot, heading, matches, wordFor, type Window } from './layout.ts';

/** A list as it was last drawn, which Inquirer tells only of the choice under the cursor: no other is ticked or unticked. */
interface Seen {
  active: Choice | null;
  readonly ticked: Set<string>;
}

/** Asks on a terminal that can move its cursor, with the prompts of Inquirer. */
export function screenAsker(place: Place): Asker {
  const say = (text: string) => void place.output.write(text);
  return {
    say,
    async ask(ask) {
      const { form } = ask;
      const seen: Seen = { active: null, ticked: new Set(form.type === 'checklist' ? form.ticked : []) };
      for (;;) {
        const window = place.window();
        const asked = await asker(ask, seen, window)(place);
        if (asked !== 'explain') {
          say(doneLine(ask, asked, window));
          return asked;
        }
        say(explanation(seen.active?.explain ?? ask.explain, window));
      }
    },
  };
}

function asker(ask: Ask, seen: Seen, window: Window): (place: Place) => Promise<Asked | 'explain'> {
  const { form } = ask;
  switch (form.type) {
    case 'choices':
      return choices({ ...ask, form }, seen, window);
    case 'checklist':
      return checklist({ ...ask, form }, seen, window);
    case 'entry':
      return form.among.length > 0 ? searched({ ...ask, form }, window) : typed({ ...ask, form }, window);
    case 'confirm':
      return (place) =>
        untilKey(
          place,
          async (context) => ({
            type: 'confirmed',
            yes: await confirm({ message: message(ask, window), default: false, theme: look(ask, window) }, context),
          }),
          (sign) => (sign === 'y' || sign === 'n' ? { type: 'confirmed', yes: sign === 'y' } : common(ask, sign)),
        );
  }
}

function choices(ask: Ask & { form: Choices }, seen: Seen, window: Window) {
  const { form } = ask;
  return (place: Place) =>
    untilKey(
      place,
      async (context) => ({
        type: 'chosen',
        value: await select({ ...list(ask, seen, window), default: seen.active?.value ?? form.initial }, context),
      }),
      (sign) => {
        const taken = form.choices.find(({ key }) => key === sign);
        return taken ? { type: 'chosen', value: taken.value } : common(ask, sign);
      },
    );
}

function checklist(ask: Ask & { form: Checklist }, seen: Seen, window: Window) {
  const { form } = ask;
  const inOrder = () => form.choices.map(({ value }) => value).filter((value) => seen.ticked.has(value));
  return (place: Place) =>
    untilKey(
      place,
      async (context) => {
        const { choices: all, ...rest } = list(ask, seen, window);
        const ticked = all.map((one) => ({ ...one, checked: seen.ticked.has(one.value) }));
        const values = await checkbox({ ...rest, choices: ticked, shortcuts: { all: null, invert: null } }, context);
        return { type: 'ticked', values, others: 'open' };
      },
      (sign) => {
        if (sign === KEYS.deny && form.canDeny) return { type: 'ticked', values: inOrder(), others: 'no' };
        return sign === KEYS.unknown ? { type: 'unknown' } : common(ask, sign);
      },
    );
}

function typed(ask: Ask & { form: Entry }, window: Window) {
  const { form } = ask;
  let text = '';
  let byEnter = false;
  return (place: Place) =>
    untilKey(
      place,
      async (context) => {
        const taken = await line(
          {
            message: `${message(ask, window)}\n${foot(ask, window)}\n${pointer(window)}`,
            default: form.suggestion,
            transformer: (value, { isFinal }) => (isFinal ? value : (text = value)),
            validate: (value) => form.refuse(value.trim()) ?? true,
            theme: look(ask, window),
          },
          context,
        );
        return { type: 'typed', text: taken.trim(), byEnter };
      },
      (sign) => {
        // The prompt puts its suggestion where the typed text was.
        if (isEnter(sign)) byEnter = text === '';
        return text === '' ? inEntry(ask, sign) : null;
      },
      () => text === '',
    );
}

function searched(ask: Ask & { form: Entry }, window: Window) {
  const { form } = ask;
  let text = '';
  let isTouched = false;
  return (place: Place) =>
    untilKey(
      place,
      async (context) => {
        const theme = look(ask, window);
        const value = await search(
          {
            message: `${message(ask, window)}\n${pointer(window)}`,
            source: (term = '') => named(form, term),
            default: form.suggestion,
            pageSize: 6,
            theme: { ...theme, style: { ...theme.style, searchTerm: (term: string) => (text = term) } },
          },
          context,
        );
        return { type: 'typed', text: value, byEnter: !isTouched };
      },
      (sign) => {
        isTouched ||= !isEnter(sign);
        return text === '' ? inEntry(ask, sign) : null;
      },
      () => text === '',
    );
}

/** The values that what was typed may mean, or else the one that is spelled much alike. */
function named(form: Entry, term: string) {
  const found = matches(form.among, term);
  const nearest =
    found.length > 0
      ? null
      : didYouMean(
          term,
          form.among.map(({ value }) => value),
        );
  return (nearest === null ? found : form.among.filter(({ value }) => value === nearest)).map(({ value, label }) => ({
    value,
    name: `${value}  ${label}`.trimEnd(),
  }));
}

function inEntry(ask: Ask & { form: Entry }, sign: string): Asked | 'explain' | null {
  return sign === KEYS.unknown && ask.form.without !== null ? { type: 'unknown' } : common(ask, sign);
}

function common({ canGoBack, skips }: Ask, sign: string): Asked | 'explain' | null {
  if (sign === KEYS.explain) return 'explain';
  if (sign === KEYS.back && canGoBack) return { type: 'back' };
  return sign === KEYS.skip && skips !== null ? { type: 'skip' } : null;
}

/** What both kinds of lists are drawn from. */
function list(ask: Ask & { form: Choices | Checklist }, seen: Seen, window: Window) {
  const { theme, columns, rows } = window;
  const { choices: all, type } = ask.form;
  // Beside the cursor and a space, a checklist has its box.
  const indent = type === 'checklist' ? 6 : 2;
  const named = all.map((choice) => ({
    choice,
    value: choice.value,
    name: paragraph(choice.label, columns, ' '.repeat(indent)).slice(indent),
  }));
  const plain = look(ask, window);
  const highlight = (drawn: string) => {
    const active = named.find(({ name }) => drawn.endsWith(` ${name}`));
    seen.active = active?.choice ?? null;
    if (active && type === 'checklist') seen.ticked[drawn.includes(TICKED) ? 'add' : 'delete'](active.value);
    return theme.strong(drawn);
  };
  const shown = message(ask, window);
  const around = height(shown) + height(foot(ask, window)) + 2;
  return {
    message: shown,
    choices: named.map(({ value, name }) => ({ value, name })),
    pageSize: Math.max(3, rows - around),
    loop: false,
    theme: { ...plain, style: { ...plain.style, highlight } },
  };
}

const isEnter = (sign: string) => sign === '\r' || sign === '\n';

const MARK = '? ';
const TICKED = '[x]';
const message = (ask: Ask, window: Window) => heading(ask, window, MARK);
const pointer = ({ unicode }: Window) => (unicode ? '❯' : '>');
const height = (text: string) => text.split('\n').length;

/** Inquirer's own colours and signs follow neither NO_COLOR nor the locale: all of them are replaced. */
function look(ask: Ask, window: Window) {
  const { theme, columns } = window;
  const same = (text: string) => text;
  return {
    prefix: { idle: MARK.trim(), done: MARK.trim() },
    icon: { cursor: pointer(window), checked: ` ${TICKED}`, unchecked: ' [ ]' },
    style: {
      answer: same,
      message: same,
      description: same,
      disabled: same,
      searchTerm: same,
      highlight: theme.strong,
      error: (text: string) => theme.warn(paragraph(`Not taken: ${text}.`, columns, '')),
      defaultAnswer: (text: string) => theme.faint(`(${visible(wordFor(ask.form, text))})`),
      keysHelpTip: () => foot(ask, window),
    },
  };
}
