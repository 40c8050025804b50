import type { FrontDoor } from '../workload/front-doors.ts';
import type { Path } from '../workload/mistakes.ts';
import type { Subject } from './subject.ts';

/**
 * How much a finding weighs: `blocker`, the candidate cannot serve this workload; `caution`, it can, at a price or a
 * risk; `note`, worth knowing. The worst first.
 */
export const SEVERITIES = ['blocker', 'caution', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule is about: the chapters of docs/rules.md. */
export const TOPICS = {
  choosing: 'Choosing the type',
  size: 'Sizes',
  time: 'Time',
  edge: 'Endpoints, CloudFront and WAF',
  integration: 'Integrations',
  throttling: 'Throttling',
  auth: 'Who may call',
  cache: 'Caches',
  websocket: 'WebSocket',
  observability: 'Logs, metrics and traces',
  operations: 'Operations',
} as const;
export type Topic = keyof typeof TOPICS;

/** What a rule saw in a workload: the reason in the workload's own numbers, and the field that says so. */
export interface Observation {
  /** One sentence without its full stop, with numbers and names of this workload. */
  readonly because: string;
  /** Where in the workload it stands, key by key. */
  readonly path: Path;
  /** What to do, where these numbers allow more than the rule's general remedy. */
  readonly remedy?: string;
  /** AWS's pages on just this, where the rule's own are general. */
  readonly sources?: readonly string[];
}

/** Fields of a workload as its file writes them: text, yes and no, sections and lists. */
export interface Fields {
  readonly [field: string]: string | boolean | Fields | readonly Fields[] | readonly string[];
}

/** Two workloads that differ in one field: on the first the rule reports, on the second it is silent. */
export interface Example {
  /** The candidate that is inspected. */
  readonly candidate: string;
  /** Only what matters: a name, a Region and some traffic are filled in. */
  readonly reports: Fields;
  readonly silent: Fields;
}

/** What a rule says of itself, for whoever meets it without a workload. */
interface RulePage {
  /** What is wrong or worth knowing, in a few words. */
  readonly title: string;
  /** Why it matters. */
  readonly rationale: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly sources: readonly string[];
  readonly examples: readonly [Example, ...Example[]];
}

/** What a rule is in code. */
interface Judgement {
  /** Subject first, in kebab case; never renamed, never reused. */
  readonly id: string;
  readonly severity: Severity;
  readonly topic: Topic;
  /** Dotted paths of the workload fields that it reads. */
  readonly fields: readonly string[];
  /** Front doors that it judges; it is never asked about others. */
  readonly frontDoors: readonly FrontDoor[];
  /** A blocker that a setting causes, and no type of API: it is to be put right, and chooses between no candidates. */
  readonly ofSetting?: true | undefined;
  inspect(subject: Subject): readonly Observation[];
}

/** A judgement about a candidate for a workload. */
export interface Rule extends Judgement, RulePage {}

/**
 * A rule as its file writes it. Its page is a function, so that a start neither compiles nor keeps the words and examples
 * of a hundred rules for the few that speak.
 */
export function defineRule(written: WrittenRule): Rule {
  return new PagedRule(written);
}

interface WrittenRule extends Judgement {
  page(): RulePage;
}

class PagedRule implements Rule {
  private readonly written: WrittenRule;
  readonly id: string;
  readonly severity: Severity;
  readonly topic: Topic;
  readonly fields: readonly string[];
  readonly frontDoors: readonly FrontDoor[];
  readonly ofSetting: true | undefined;

  constructor(written: WrittenRule) {
    this.written = written;
    this.id = written.id;
    this.severity = written.severity;
    this.topic = written.topic;
    this.fields = written.fields;
    this.frontDoors = written.frontDoors;
    this.ofSetting = written.ofSetting;
  }

  get title() {
    return this.written.page().title;
  }

  get rationale() {
    return this.written.page().rationale;
  }

  get remedy() {
    return this.written.page().remedy;
  }

  get sources() {
    return this.written.page().sources;
  }

  get examples() {
    return this.written.page().examples;
  }

  inspect(subject: Subject): readonly Observation[] {
    return this.written.inspect(subject);
  }
}

/** An observation of a rule, with the candidates that it is about. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly candidates: readonly string[];
  readonly because: string;
  readonly remedy: string;
  readonly path: Path;
  readonly sources: readonly string[];
}
