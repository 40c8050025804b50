import type { Page } from '../../documents/explain/schema.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { FRONT_DOORS, type FrontDoor } from '../../workload/front-doors.ts';
import type { Section } from '../section.ts';

/** Pages about what answers print, as sections. */

type Of<Kind extends Page['kind']> = Extract<Page, { kind: Kind }>;

const entry = ({ id, title }: { readonly id: string; readonly title: string }) => `${id}: ${title}`;
const sourcesOf = ({ sources }: { readonly sources: readonly string[] }): Section => ({ heading: 'Sources', list: sources });
const words = (...lines: readonly string[]): Section => ({ heading: null, words: lines });

const EFFORTS: Readonly<Record<Of<'saving'>['effort'], string>> = {
  setting: 'a setting',
  code: 'a change of code',
  migration: 'another API under the same domain name',
};

export function savingSections(page: Of<'saving'>): readonly Section[] {
  return [words(`${page.why}.`), { heading: null, list: [`takes: ${EFFORTS[page.effort]}`, `risk: ${page.risk}`] }, sourcesOf(page)];
}

export function assumptionSections(page: Of<'assumption'>): readonly Section[] {
  const { because, field, canBeStated } = page;
  const reading = canBeStated ? 'The fields that it names take its place.' : 'No field takes its place: it is how we read AWS’s rules.';
  return [words(`Because ${because}.`), words(field === null ? reading : `The workload states it in ${field}.`), sourcesOf(page)];
}

export function candidateSections(page: Of<'candidate'>): readonly Section[] {
  const { carries, hops, skus, without } = page;
  const parts = carries === 'requests' ? 'requests (traffic)' : 'connections (realtime)';
  return [
    words(`It serves ${parts}.${without === null ? '' : ` Apart from what is needed: ${without}.`}`),
    { heading: 'On the way, with a web ACL and a cache where they have a place', list: hops.map(entry) },
    { heading: 'Billed, besides the backend', list: skus.map(entry) },
    sourcesOf(page),
  ];
}

export function hopSections(page: Of<'hop'>): readonly Section[] {
  return [words(page.does), sourcesOf(page)];
}

export function supplierSections({ supplies }: Of<'supplier'>): readonly Section[] {
  return [
    {
      heading: 'It supplies',
      list: supplies.map(
        ({ frontDoor, feature, caveat }) =>
          `${FRONT_DOORS[frontDoor as FrontDoor].title}: ${FEATURES[feature as FeatureId].name} (${feature}): ${caveat}`,
      ),
    },
  ];
}

export function fieldSections({ required, form, example, otherNames, fields, absent, questions, rules }: Of<'field'>): readonly Section[] {
  return [
    {
      heading: null,
      list: [
        `write: ${form}`,
        ...(required ? ['required in its section'] : []),
        ...(example === null ? [] : [`example: ${example}`]),
        ...(otherNames.length === 0 ? [] : [`other names, answered with this one: ${otherNames.join(', ')}`]),
      ],
    },
    { heading: 'Its fields', list: fields },
    { heading: 'Where it is not stated', list: absent.map(({ id, text }) => `${id}: ${text}`) },
    { heading: 'Questions that it answers', list: questions.map(entry) },
    { heading: 'Rules that read it', list: rules.map(entry) },
  ];
}

export function termSections({ printed }: Of<'term'>): readonly Section[] {
  return [words(`Printed in: ${printed}.`)];
}

export function verdictSections({ means, items }: Of<'verdict'>): readonly Section[] {
  return [words(`Printed in: scan. ${means}`), { heading: 'What leads to it', list: items.map(entry) }];
}

export function itemSections(page: Of<'item'>): readonly Section[] {
  const { class: of, need, remedy } = page;
  return [
    words(`Printed in: scan. The verdict is ${of}, or worse.`, `Instead: ${remedy}.`),
    { heading: 'The feature', list: [entry(need)] },
    sourcesOf(page),
  ];
}

export function odditySections(page: Of<'oddity'>): readonly Section[] {
  return [words(`Printed in: scan, as a ${page.severity}.`, `Do: ${page.remedy}.`), sourcesOf(page)];
}
