import type { Problem } from '../../errors/errors.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readYaml } from '../../reading/yaml.ts';

/** Sections of which every workload file has one. */
const TELLING = ['region', 'traffic', 'realtime', 'needs'];

/**
 * What a folder or a pattern found and is evidently about something else: another program's YAML, a list, an earlier
 * report. One sentence says so, instead of a mistake for each of its fields.
 * @returns null for what may be meant as a workload, whose mistakes are worth naming.
 */
export function noWorkload(text: string, file: string): Problem | null {
  const because = reason(text, file);
  return because === null
    ? null
    : {
        file,
        line: null,
        column: null,
        path: null,
        what: 'is not a workload file',
        because,
        write: 'name the workload files, or list them in a manifest',
      };
}

function reason(text: string, file: string): string | null {
  if (/^\s*\{\s*"schemaVersion"/.test(text)) return 'it is what apigw-advisor --json printed';
  const { outline, problems } = readYaml(text, file, BOUNDS.workload);
  if (outline === null) {
    // Its own tags, as of CloudFormation, several documents, as of Kubernetes, or more than a workload ever has: what it is
    // about shows in its keys.
    const foreign = problems.some(({ what }) =>
      /tag is not allowed|second document|the file (has|is nested) more than|characters is too long/.test(what),
    );
    return foreign && !new RegExp(`^["']?(${TELLING.join('|')})["']?[ \\t]*:`, 'm').test(text) ? NOTHING : null;
  }
  const { data } = outline;
  if (Array.isArray(data)) return 'it is a list, and a workload file has fields';
  return typeof data === 'object' && data !== null && TELLING.some((field) => Object.hasOwn(data, field)) ? null : NOTHING;
}

const NOTHING = 'it has neither region nor traffic, realtime or needs';
