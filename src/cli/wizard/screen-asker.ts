import { createPrompt, isDownKey, isEnterKey, isSpaceKey, isTabKey, isUpKey, useEffect, useKeypress, useState } from '@inquirer/core';
import type { Terminal } from '../ports.ts';
import { BACK_KEY, EXPLAIN_KEY, Left, type Ask, type Asked, type Asker, type Entry, type Menu } from './ask.ts';
import { drawDone, drawEntry, drawMenu, matches, type Window } from './layout.ts';

/** Where questions are drawn and keys come from. */
export interface Place extends Omit<Terminal, 'release'> {
  /** What fits right now: windows are resized. */
  window(): Window;
}

interface Config<Form extends Menu | Entry> {
  readonly ask: Ask & { readonly form: Form };
  readonly window: () => Window;
  /** Called when the line is closed under the question: Ctrl-D. */
  readonly closed: () => void;
}

/** A choice or several: keys move the cursor, Enter takes. */
const menu = createPrompt<Asked, Config<Menu>>(({ ask, window, closed }, done) => {
  const { choices, several, initial } = ask.form;
  const [cursor, setCursor] = useState(
    Math.max(
      0,
      choices.findIndex(({ value }) => initial.includes(value)),
    ),
  );
  const [ticked, setTicked] = useState<readonly string[]>(several && initial.length > 1 ? initial : []);
  const [explaining, setExplaining] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const finish = (reply: Asked) => {
    setAsked(reply);
    done(reply);
  };
  useEffect((line) => void line.on('close', closed), []);
  useKeypress((key, line) => {
    const typed = line.line;
    line.clearLine(0);
    const here = choices[cursor];
    if (isEnterKey(key)) {
      const values =
        ticked.length > 0 && !here?.alone
          ? choices.map(({ value }) => value).filter((value) => ticked.includes(value))
          : [here?.value ?? ''];
      finish({ type: 'chosen', values });
    } else if (typed === EXPLAIN_KEY) setExplaining(!explaining);
    else if (typed === BACK_KEY && ask.canGoBack) finish({ type: 'back' });
    else if (isUpKey(key) || isDownKey(key)) setCursor((cursor + (isUpKey(key) ? choices.length - 1 : 1)) % choices.length);
    else if (several && isSpaceKey(key) && here && !here.alone)
      setTicked(ticked.includes(here.value) ? ticked.filter((one) => one !== here.value) : [...ticked, here.value]);
    else {
      const chosen = choices.findIndex((one) => one.key !== undefined && one.key === typed.toLowerCase());
      if (chosen >= 0) setCursor(chosen);
    }
  });
  if (asked !== null) return drawDone(ask, asked, window());
  const [content, below] = drawMenu(ask, { cursor, ticked, explaining }, window());
  return [`${content}${HIDDEN}`, below];
});

/** A line to type, narrowed down to known values where there are few. */
const entry = createPrompt<Asked, Config<Entry>>(({ ask, window, closed }, done) => {
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const [explaining, setExplaining] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const finish = (reply: Asked) => {
    setAsked(reply);
    done(reply);
  };
  useEffect((line) => void line.on('close', closed), []);
  useKeypress((key, line) => {
    const known = matches(ask.form, text);
    const type = (next: string) => {
      line.clearLine(0);
      line.write(next);
      setText(next);
    };
    if (isEnterKey(key)) {
      const match = known.some(({ value }) => value === text.trim()) ? undefined : known[cursor]?.value;
      const taken = text.trim() === '' ? ask.form.suggestion : (match ?? text.trim());
      const because = ask.form.refuse(taken);
      if (because === null) return finish({ type: 'typed', text: taken });
      // Enter has emptied the line; what was typed is put back to be mended.
      line.write(text);
      return setRefusal(because);
    }
    setRefusal(null);
    if (isUpKey(key) || isDownKey(key)) {
      if (known.length > 0) setCursor((cursor + (isUpKey(key) ? known.length - 1 : 1)) % known.length);
      return type(text);
    }
    setCursor(0);
    if (isTabKey(key)) return type(known[cursor]?.value ?? (text === '' ? ask.form.suggestion : text));
    if (line.line === EXPLAIN_KEY) {
      setExplaining(!explaining);
      return type('');
    }
    if (line.line === BACK_KEY && ask.canGoBack) return finish({ type: 'back' });
    setText(line.line);
  });
  return asked === null
    ? ([...drawEntry(ask, { text, cursor, explaining, refusal }, window())] as [string, string])
    : drawDone(ask, asked, window());
});

/** The cursor of the terminal has no place in a menu; Inquirer shows it again when a question is done. */
const HIDDEN = '\u001b[?25l';

/** Asks on a terminal that can move its cursor, with Inquirer. */
export function screenAsker({ input, output, gone, window }: Place): Asker {
  return {
    say: (text) => void output.write(text),
    async ask(ask) {
      const line = new AbortController();
      const config = { window, closed: () => line.abort() };
      const context = { input, output, signal: AbortSignal.any([gone, line.signal]) };
      try {
        return ask.form.type === 'menu'
          ? await menu({ ...config, ask: { ...ask, form: ask.form } }, context)
          : await entry({ ...config, ask: { ...ask, form: ask.form } }, context);
      } catch (error) {
        if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
          throw new Left('left', { cause: error });
        throw error;
      }
    },
  };
}
