/**
 * The part of a JSON document that a story is about: what stands at its paths, where it stands, and nothing else. A step of
 * a path is a key, a place in a list, `*` for all there are, or `id=rest` for those of a list that say so.
 * @throws where a path leads nowhere: then the story is about something that is not there.
 */
export function picked(document: unknown, paths: readonly string[]): unknown {
  return at(
    document,
    paths.map((path) => path.split('.')),
  );
}

function at(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const found = new Set<readonly string[]>();
  const kept = entries.flatMap(([key, inner]) => {
    const here = paths.filter(([step = '']) => leadsTo(step, key, inner));
    for (const path of here) found.add(path);
    return here.length === 0
      ? []
      : [
          [
            key,
            at(
              inner,
              here.map((path) => path.slice(1)),
            ),
          ] as const,
        ];
  });
  for (const path of paths) if (!found.has(path)) throw new Error(`nothing stands at ${path.join('.')}`);
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

function leadsTo(step: string, key: string, inner: unknown): boolean {
  const [name = '', wanted] = step.split('=');
  if (wanted === undefined) return step === '*' || step === key;
  return typeof inner === 'object' && inner !== null && (inner as Record<string, unknown>)[name] === wanted;
}
