import type { Costed } from '../advise/costed.ts';
import { savedOn } from '../estimate/cost-in-question.ts';
import { isNegative, type Decimal } from '../money/decimal.ts';
import { formatMoney, formatQuantity } from '../money/format.ts';
import { isLaid, type Agreement, type Commitment, type Contract, type Term } from '../pricebook/contract.ts';
import { both } from './recommend/words.ts';
import type { Hinted } from './section.ts';

/** By which contract a workload costs what it costs, what it saves, and what of it is not in that: in the first lines. */
export function contractText(costed: Pick<Costed, 'subject' | 'estimate'>): readonly string[] {
  return togetherText(costed.estimate.agreement, [costed]);
}

/** By which contract things cost what they cost, and what it saves on them; why not, where it does not hold. */
export function savingText(agreement: Agreement | null, spokenOf: Parameters<typeof savedOn>[0]): readonly string[] {
  if (agreement === null) return [];
  if (!isLaid(agreement)) return notAppliedText(agreement);
  const saved = savedOn(spokenOf);
  return [`Contracted, by ${agreement.contract.name}${saved === null ? '' : `: ${savedText(saved)}`}.`];
}

/** The same of several workloads, of which it may not cover all. */
export function togetherText(agreement: Agreement | null, costs: readonly Pick<Costed, 'subject'>[]): readonly string[] {
  const all = costs.flatMap(({ subject }) => subject.map(({ advised }) => advised.estimate));
  return agreementText(agreement, all);
}

/** By which contract things cost what they cost, and what of it is in none of these costs. */
export function agreementText(agreement: Agreement | null, spokenOf: Parameters<typeof savedOn>[0] = []): readonly string[] {
  return [...savingText(agreement, spokenOf), ...(isLaid(agreement) ? committedText(agreement.contract) : [])];
}

/** Of one workload nobody can say whether it is reached. */
function committedText({ commitments }: Contract): readonly string[] {
  if (commitments.length === 0) return [];
  const [what, are, it] = commitments.length === 1 ? ['commitment', 'is', 'it'] : ['commitments', 'are', 'them'];
  const committed = both(commitments.map(commitmentText));
  return [
    `The ${what} of ${committed} ${are} for all workloads together, not in this price: report adds what is missing. What is saved below ${it} is paid all the same.`,
  ];
}

/** `$12.30 a month less than AWS lists`. */
export function savedText(saved: Decimal): string {
  if (saved.isZero()) return 'as much as AWS lists';
  return `${formatMoney(saved.abs())} a month ${isNegative(saved) ? 'more' : 'less'} than AWS lists`;
}

/** `$5,000.00 a month`, `$1,000.00 a month of Amazon CloudFront`. */
export function commitmentText({ services, monthly }: Pick<Commitment, 'services' | 'monthly'>): string {
  return `${formatMoney(monthly)} a month${services === null ? '' : ` of ${both(services)}`}`;
}

/** By what a contract prices a rate: `12% off what AWS Lambda bills`. */
export function termText(term: Term | undefined): string {
  if (term === undefined) return 'as AWS lists it';
  if ('rate' in term) return 'a price of its own';
  const of = { sku: 'this sku', service: 'the service', everything: 'everything' }[term.of];
  return `${formatQuantity(term.off.times('100'))}% off ${of}`;
}

/** Why a contract that was asked for is not applied. */
export function notAppliedText(agreement: Agreement | null): readonly string[] {
  if (agreement === null) return [];
  const {
    contract: { name, from, until },
    notLaid,
  } = agreement;
  if (notLaid === 'not-yet') return [`At list prices: ${name} holds from ${from} on.`];
  if (notLaid === 'not-covered') return [`At list prices: ${name} covers neither its payer nor its account.`];
  return notLaid === 'ended' ? [`At list prices: ${name} ended on ${until}.`] : [];
}

/** That there is a contract, in an answer that holds nothing of it but the name. */
export function asideText(agreement: Agreement | null): readonly Hinted[] {
  return agreement?.notLaid === 'not-asked'
    ? [{ text: `At list prices, without ${agreement.contract.name}.`, option: '--cost contracted' }]
    : [];
}

/** What prices these are, of one edition. */
export function pricesText(edition: 'aws' | 'article', agreement: Agreement | null): string {
  if (edition === 'article') return 'prices of the article edition';
  if (agreement !== null && isLaid(agreement)) return `contracted prices, by ${agreement.contract.name}`;
  return 'AWS list prices';
}
