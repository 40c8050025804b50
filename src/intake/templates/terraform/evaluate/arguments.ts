import type { Entry, Section } from '../../value.ts';
import { blocksOf } from './blocks.ts';
import type { Instance } from './world.ts';

/** Said of a block itself, and nothing of what it makes. */
const META = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
  'timeouts',
  'triggers',
  'tags',
]);

/** All that a block says of one instance, under Terraform's names; blocks inside it are lists. */
export function argumentsOf(instance: Instance): Section {
  const { block, scope } = instance;
  const entries = new Map<string, Entry>();
  for (const [name, { at, value }] of block.body.attributes) {
    if (META.has(name)) continue;
    const stated = scope.module.world.evaluate(value, scope);
    if (stated !== null) entries.set(name, { key: at, value: stated });
  }
  for (const { labels, type, at } of block.body.blocks) {
    const name = type === 'dynamic' ? (labels[0] ?? '') : type;
    if (META.has(name) || entries.has(name)) continue;
    const items = blocksOf(block.body, name, scope);
    if (items.length > 0) entries.set(name, { key: items[0]?.at ?? at, value: { kind: 'list', at, items } });
  }
  return { kind: 'section', at: block.at, entries };
}
