/** A text with variables of the Serverless Framework in it: plain parts, and what stands inside `${…}`. */
export type Part = string | { readonly inside: string };

/** One of the things that a variable may be, in order: `${opt:stage, 'dev'}` is two. */
export type Source =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** Another text with variables. */
  | { readonly kind: 'variable'; readonly text: string }
  | { readonly kind: 'call'; readonly type: string; readonly params: string | null; readonly address: string }
  | { readonly kind: 'odd' };

/** `${self:…}`, `${file(…)}`; not `${AWS::Region}` or `${Name}` of `Fn::Sub`, which are left to CloudFormation. */
const BEGIN = /\\?\$\{(?=[a-zA-Z][\w-]*(?:\(|:(?!:)))/g;

export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  BEGIN.lastIndex = 0;
  for (let found = BEGIN.exec(text); found !== null; found = BEGIN.exec(text)) {
    if (found[0].startsWith('\\')) {
      parts.push(text.slice(from, found.index), '${');
      from = BEGIN.lastIndex;
      continue;
    }
    const end = endOf(text, BEGIN.lastIndex);
    if (end === null) break;
    parts.push(text.slice(from, found.index), { inside: text.slice(BEGIN.lastIndex, end) });
    from = end + 1;
    BEGIN.lastIndex = from;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

/** Where the brace stands that closes one before `from`. */
function endOf(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return null;
}

export function sourcesOf(inside: string): readonly Source[] {
  return pieces(inside).map((piece): Source => {
    const quoted = /^'([^']*)'$|^"([^"]*)"$/s.exec(piece);
    if (quoted !== null) return { kind: 'literal', text: quoted[1] ?? quoted[2] ?? '' };
    if (piece === 'null') return { kind: 'nothing' };
    if (/^(?:-?\d+(?:\.\d+)?|true|false)$/.test(piece)) return { kind: 'literal', text: piece };
    if (piece.startsWith('${')) return { kind: 'variable', text: piece };
    const call = /^([a-zA-Z][\w-]*)(?:\((.*)\))?(?::(.*))?$/s.exec(piece);
    if (call === null || (call[2] === undefined && call[3] === undefined)) return { kind: 'odd' };
    return { kind: 'call', type: call[1] as string, params: call[2] ?? null, address: (call[3] ?? '').trim() };
  });
}

/** What stands between commas that are in no quotes, brackets or variables. */
function pieces(inside: string): readonly string[] {
  const found: string[] = [];
  let [depth, quote, from] = [0, '', 0];
  for (let at = 0; at < inside.length; at += 1) {
    const sign = inside[at] as string;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === '{' || sign === '(') depth += 1;
    else if (sign === '}' || sign === ')') depth -= 1;
    else if (sign === ',' && depth <= 0) {
      found.push(inside.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...found, inside.slice(from).trim()];
}
