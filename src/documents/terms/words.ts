import * as v from 'valibot';
import { gateSchema, priceAgeSchema, summarySchema, totalsSchema } from '../summary.ts';

/** What a word of an answer says. */
interface Term {
  readonly means: string;
  /** Where it is printed. */
  readonly printed: string;
}

const SUMMARY = 'summary of cost, recommend, diff and report --json';
const FITS = 'how a candidate has a feature or a need';
const STATES = 'state of a quota or a budget';
const MOVE = 'move of a pick in recommend --json';
const REPORT = 'report';
const THROTTLE = 'throttle, and the limits of recommend --limits';
const PRICES = 'what is not priced, in any answer';
const FATE = 'where requests end, in recommend --rows and --json';
const SOURCE = 'confidence of a source of prices';
const EXPLAIN = 'explain';
const SCAN = 'scan --json';
const VERIFY = 'prices verify --json';
const OPTIMIZE = 'optimize --json';
const CONTRACT = 'contract of any --json';
const LISTS = 'prices import and prices diff, --json';
const WEIGHT = 'findings of lint, recommend and report';
const term = (printed: string, means: string): Term => ({ means, printed });

/** States and kinds that answers have in a word, each with what it says; and units that no sku explains. */
const WORDS = {
  carries: term(SUMMARY, 'Which part of a workload a candidate serves: requests, or realtime.'),
  candidate: term(SUMMARY, 'Id of a thing one could build, such as http+cloudfront. It has a page of its own.'),
  bound: term(SUMMARY, 'How sure a total is: exact, or at-least where a price or a size is not known.'),
  gates: term(SUMMARY, 'Conditions that options such as --budget and --fail-on set, and how each went.'),
  prices: term(SUMMARY, 'How old the prices are that were used.'),
  limit: term(SUMMARY, 'What a gate allows, as a decimal or in the words of the option.'),
  value: term(SUMMARY, 'What is compared with the limit of a gate.'),
  stale: term(SUMMARY, 'Whether the oldest price used is more than 90 days old.'),
  workloads: term(SUMMARY, 'How many workloads a total is of.'),
  asked: term(SUMMARY, 'The subject is what --candidate names.'),
  'not-asked': term(CONTRACT, 'A contract is known, and list cost was asked for; --cost contracted goes by it.'),
  'not-yet': term(
    CONTRACT,
    'The contract does not hold yet on the day of --as-of, or in the month of a report, so costs are what AWS lists.',
  ),
  ended: term(CONTRACT, 'The contract has ended before the day of --as-of, or the month of a report, so costs are what AWS lists.'),
  'not-covered': term(CONTRACT, 'The contract covers neither the payer nor the account of the workload.'),
  'in-use': term(SUMMARY, 'The subject is what the workload states in inUse.'),
  ask: term('outcome of recommend', 'The picks hold if every open question is answered with no, and if unknown costs do not change them.'),
  'no-fit': term('outcome of recommend', 'No candidate has all that is needed; the pick is the nearest.'),
  contested: term('picks of recommend --json', 'Another front door has all that is needed by itself too, for less than half.'),
  passed: term(SUMMARY, 'The gate holds.'),
  failed: term(SUMMARY, 'The gate does not hold: the exit code is 1.'),
  'passed-as-far-as-known': term(SUMMARY, 'What is known stays below the limit; the total is a lower bound.'),
  requests: term(SUMMARY, 'The part of a workload that traffic states.'),
  realtime: term(SUMMARY, 'The part of a workload that realtime states: connections that stay open.'),
  exact: term('bound of a total', 'Every price and size is known.'),
  'at-least': term('bound of a total', 'A price or a size is not known, so that the true total is higher. Nobody can say by how much.'),
  'at-most': term('bound of a change in diff', 'The true change is this or less, for what is not known stands on the earlier side.'),
  'of-what-is-known': term('bound of a change in diff', 'Parts of both sides are not known; the change is of the rest.'),
  'not-published': term(PRICES, 'AWS publishes no rate.'),
  'not-in-sheet': term(PRICES, 'AWS has a rate, and our price sheet of the Region does not.'),
  'not-stated': term(PRICES, 'The workload does not state a size or a ratio.'),
  'not-said': term('origin of an answer in recommend --json', 'The workload does not answer the question.'),
  stated: term('origin of a value', 'The workload states it.'),
  derived: term('origin of an answer in recommend --json', 'It follows from another field.'),
  assumed: term('origin of a value', 'A default of ours, which an assumption names.'),
  legacy: term(
    'freeTier of a workload and of documents',
    'The first 12 months of an account opened before 15 July 2025, until July 2026 at the latest.',
  ),
  credits: term(
    'freeTier of a workload and of documents',
    'An account opened since 15 July 2025 has up to $200 once, which lowers no month.',
  ),
  blocker: term(WEIGHT, 'The candidate cannot serve the workload, and is never picked.'),
  caution: term(WEIGHT, 'The candidate can serve the workload, at a price or a risk.'),
  note: term(WEIGHT, 'Worth knowing; it prevents nothing.'),
  setting: term('effort of a saving or a move, cost of a supplier, way to change a quota', 'You change a setting; no code.'),
  code: term('effort of a saving or a move, cost of a supplier', 'You change code of the backend or of clients.'),
  migration: term('effort of a saving or a move', 'You build another API under the same domain name.'),
  billed: term('cost of a supplier', 'It has a price of its own.'),
  native: term(FITS, 'It has the feature by itself, perhaps on conditions.'),
  via: term(FITS, 'It has the feature with help: a supplier gives it, with a caveat.'),
  yes: term('answers, and quotas that can be raised', 'It is so.'),
  no: term('answers, features and quotas', 'It is not so; of a quota, that AWS does not raise it.'),
  unknown: term('answers, features, quotas and budgets', 'Nobody says. It never counts as no, nor as zero.'),
  'by support': term('how a quota is raised', 'AWS Support raises it; Service Quotas has no code for it.'),
  over: term(STATES, 'Above the limit.'),
  near: term(STATES, 'At 80% of the limit or more.'),
  ok: term(STATES, 'Below 80% of the limit.'),
  within: term(STATES, 'Not above the budget; of a lower bound, as far as is known.'),
  stay: term(MOVE, 'What is in use is the best there is, or moving saves nothing.'),
  move: term(MOVE, 'The pick is better than what is in use.'),
  equal: term(VERIFY, 'The price list of AWS has the same tiers and prices of this rate as our sheets.'),
  different: term(VERIFY, 'Both have the rate, and a price or the bound of a tier differs. The command ends with exit code 1.'),
  refused: term(VERIFY, 'AWS has rows of the rate that could not be used, such as rows in another unit; the reason stands beside.'),
  'only-aws': term(VERIFY, 'The price list of AWS has the rate, or a tier of it, and our sheets have none.'),
  'only-ours': term(VERIFY, 'Our sheets have the rate, and the price list has no row of it, though it is of this service in this place.'),
  packaged: term('lists of prices, in summaries', 'The price list that the package carries.'),
  imported: term(
    'lists of prices, and rows of --json',
    'The price list that prices import or prices update wrote, which lies over that of the package.',
  ),
  moved: term(LISTS, 'Both lists have the rate, and a price or the bound of a tier is another.'),
  new: term(LISTS, 'The earlier list, or what is here, has no price of the rate or of a tier of it.'),
  older: term(LISTS, 'AWS published the rate here after the one in the price list, which was not taken; --older takes it.'),
  lacking: term(LISTS, 'The price list has no row of the rate, though it is of this service in this place; the rate stays as it was.'),
  gone: term(LISTS, 'The earlier list has the rate, or a tier of it, and the later has none.'),
  'rate-code': term(VERIFY, 'The rows of AWS were known by a rate code that stands in our sheets.'),
  'usage-type': term(VERIFY, 'The rows of AWS were known by usage type, operation and service.'),
  'offer-csv': term(VERIFY, 'An offer file of the AWS Price List, as CSV.'),
  'offer-json': term(VERIFY, 'An offer file of the AWS Price List, as JSON.'),
  'get-products': term(VERIFY, 'What `aws pricing get-products` prints: pages of products with their prices.'),
  same: term(MOVE, 'The pick is what is in use.'),
  lacks: term(MOVE, 'What is in use lacks something that is needed.'),
  saves: term(MOVE, 'The pick costs less.'),
  'saves-nothing': term(MOVE, 'The pick costs as much or more.'),
  'nothing-better': term(MOVE, 'What is in use lacks something, and so does everything else.'),
  'cold-start': term('latency of recommend --json', 'The first request to a new instance of a Lambda function waits for its start.'),
  cheapest: term(
    'policy of recommend; the subject of an earlier diff',
    'Least cost among what has all that is needed, with help or without.',
  ),
  'native-first': term('policy of recommend', 'What has all that is needed by itself comes before what needs help.'),
  proportional: term(REPORT, 'Each workload bears of every tier the share that it has of the usage in it.'),
  marginal: term(REPORT, 'Each workload bears what the bill would fall by without it, scaled so that all of them add up to the bill.'),
  kept: term(REPORT, 'The workload is in this report and in the earlier one.'),
  added: term(REPORT, 'It is not in the earlier report or file.'),
  removed: term(REPORT, 'It is in the earlier report or file only.'),
  everything: term(REPORT, 'A budget for the whole bill.'),
  team: term(REPORT, 'The tag team of a workload.'),
  environment: term(REPORT, 'The tag environment of a workload.'),
  type: term(REPORT, 'The front door that a workload is built with, or would be.'),
  service: term(REPORT, 'The AWS service that bills.'),
  tag: term(REPORT, 'Any other tag of workloads.'),
  budget: term(REPORT, 'A limit for the cost of a month.'),
  workload: term(REPORT, 'What an API must do, and how much of it: one file.'),
  aws: term('--edition', 'What AWS publishes today.'),
  article: term('--edition', 'What the article says, where it differs from AWS.'),
  differs: term(EXPLAIN, 'The article says something else than AWS.'),
  agrees: term(EXPLAIN, 'The article says what AWS says.'),
  silent: term(EXPLAIN, 'The article does not say; what AWS says stands.'),
  geography: term('scope of a sku', 'CloudFront has a price for each of its geographies.'),
  worldwide: term('scope of a sku', 'One price for the whole world.'),
  'front-door': term('sides of a bill', 'What the choice of a candidate changes: all but the backend.'),
  'client-method': term(THROTTLE, 'A limit of a usage plan for one client on one method.'),
  client: term(THROTTLE, 'A limit for one client: its usage plan.'),
  method: term(THROTTLE, 'A limit for one method or route.'),
  stage: term(THROTTLE, 'A limit for a stage.'),
  none: term(THROTTLE, 'Without backoff, or without jitter.'),
  exponential: term(THROTTLE, 'Each retry waits twice as long as the one before.'),
  full: term(THROTTLE, 'Each retry waits a random time up to its longest.'),
  cut: term(THROTTLE, 'The simulation ends before the peak does.'),
  day: term('period of a quota', 'A calendar day.'),
  week: term('period of a quota', 'Seven days.'),
  month: term('period of a quota or a price', 'hoursPerMonth: 730 hours, unless stated otherwise.'),
  regional: term(SCAN, 'The endpoint of the API is in its own Region.'),
  private: term(SCAN, 'The endpoint of the API is reached from a VPC only.'),
  option: term(SCAN, 'The Region is that of --region.'),
  file: term(SCAN, 'The Region is that of a file of --with.'),
  template: term(SCAN, 'The Region is that of the template.'),
  nobody: term(SCAN, 'No Region is stated; prices are those of us-east-1.'),
  tenth: term('what-ifs of recommend', 'A field is a tenth more.'),
  one: term('what-ifs of recommend', 'A field that counts is one more.'),
  A: term(SOURCE, 'Price data of AWS for machines.'),
  B: term(SOURCE, 'A page or text of AWS.'),
  C: term(SOURCE, 'A third party that quotes AWS.'),
  D: term(SOURCE, 'Weak: nothing else was found.'),
  blocked: term(FATE, 'A web ACL blocks it.'),
  'edge-hit': term(FATE, 'Answered from the cache of CloudFront.'),
  'preflight-answered': term(FATE, 'A CORS preflight, which the gateway answers.'),
  unauthorized: term(FATE, 'Refused by the authorizer (401, 403).'),
  throttled: term(FATE, 'Refused by a limit (429).'),
  invalid: term(FATE, 'Refused by request validation (400).'),
  'cache-hit': term(FATE, 'Answered from the stage cache.'),
  answered: term(FATE, 'Answered by the backend.'),
  settings: term(OPTIMIZE, 'What can be reached by turning settings alone.'),
  'one-addition': term(OPTIMIZE, 'What can be reached with settings and one thing added or removed, such as a distribution.'),
  'any-work': term(OPTIMIZE, 'What can be reached by whatever work, migrations included.'),
  addition: term(OPTIMIZE, 'Something is added beside what is there, or removed: a distribution, a web ACL, a load balancer.'),
  'not-applicable': term(OPTIMIZE, 'A composition that the workload states nothing for.'),
  need: term(OPTIMIZE, 'Ruled out: it lacks a feature that is needed.'),
  exclusion: term(OPTIMIZE, 'Ruled out: needs exclude each other there, or something else excludes one.'),
  'not-had': term(OPTIMIZE, 'Ruled out: it would leave out something that the workload states.'),
  plan: term(OPTIMIZE, 'Ruled out: a month has more than the plan of CloudFront allows.'),
  quota: term(OPTIMIZE, 'Ruled out: a quota is passed that cannot be raised so far.'),
  rule: term(OPTIMIZE, 'Ruled out: a rule says that it cannot work.'),
  price: term(OPTIMIZE, 'Ruled out: a part of what it costs has no known price.'),
  bracketed: term('breakeven --json', 'Cost is curved there: the step is right, and between the points looked at there could be two more.'),
  'vCPU-hour': term('Fargate', 'One vCPU of a task for an hour (fargate/vcpu-x86).'),
  lcu: term(
    'load balancers',
    'Load balancer capacity unit: billed by the hour, on the largest of its dimensions and not on their sum (alb/lcu).',
  ),
  nlcu: term('load balancers', 'The same of a Network Load Balancer (nlb/nlcu).'),
  linear: term('sweep', 'Values that are as far from one another in number.'),
  logarithmic: term('sweep', 'Values of which each is as many times the one before it.'),
  'costs-less': term('sweep', 'Another candidate becomes the cheapest, because it costs less from there on.'),
  'no-longer-serves': term(
    'sweep',
    'Another candidate becomes the cheapest, because a quota or a rule stands against the one before from there on.',
  ),
  'begins-to-serve': term('sweep', 'A candidate becomes the cheapest, because nothing stands against it any more from there on.'),
} as const satisfies Record<string, Term>;

/** Every word of an answer that is no id of anything else; of two forms with one key, the first says what it means. */
export const TERMS: ReadonlyMap<string, Term> = new Map([...summaryTerms().toReversed(), ...Object.entries(WORDS)]);

/** The keys of a summary are described where its form is. */
function summaryTerms(): readonly (readonly [string, Term])[] {
  return [summarySchema, totalsSchema, gateSchema, priceAgeSchema].flatMap(({ entries }) => termsIn(entries));
}

function termsIn(entries: v.ObjectEntries): readonly (readonly [string, Term])[] {
  return Object.entries(entries).flatMap(([key, schema]) => {
    const means = v.getDescription(schema as v.GenericSchema);
    const inner = 'item' in schema ? (schema.item as v.GenericSchema) : schema;
    const within = 'entries' in inner ? termsIn(inner.entries as v.ObjectEntries) : [];
    return [...(means === undefined ? [] : [[key, term(SUMMARY, means)] as const]), ...within];
  });
}
