/** What reads templates, for the benchmark of it. */
export { scanTemplates } from '../src/intake/templates/read-all.ts';
export { READERS } from '../src/intake/templates/readers.ts';
