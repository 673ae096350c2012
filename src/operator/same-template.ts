import { compareDecimals, parseQuantityExactly } from './java/quantity';
import { isMap } from './reading/options';
import { numberText } from './reading/scalars';
import { type Tree } from './reading/specs';

/** Maps of quantities, and single ones: numbers with units, which are compared as numbers. */
const QUANTITIES: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead', 'sizeLimit', 'divisor', 'storage']);
/** Maps whose keys are free; an empty one is as good as none. */
const FREE_MAPS: ReadonlySet<string> = new Set(['labels', 'annotations', 'nodeSelector', 'matchLabels', 'limits', 'requests', 'overhead', 'volumeAttributes']);
/** Names or numbers of ports: here a text of digits is no number. */
const NAME_OR_NUMBER: ReadonlySet<string> = new Set(['port', 'targetPort']);

/** Whether two plain values are the same, an absent entry as good as a null one. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a, '')) === JSON.stringify(canonical(b, ''));
}

/**
 * Whether two pod templates are the same to the operator: it compares what its classes hold of them, which is quantities as numbers, no empty
 * lists, and nothing beside `metadata` and `spec`.
 */
export function isSameTemplate(a: Tree | null, b: Tree | null): boolean {
  const [before, after] = [a, b].map((template) => template === null ? null : { metadata: template.metadata ?? null, spec: template.spec ?? null });
  return JSON.stringify(held(before, '')) === JSON.stringify(held(after, ''));
}

function canonical(value: unknown, _name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, ''));
  if (!isMap(value)) return value ?? null;
  return sorted(value, canonical);
}

function held(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => held(item, ''));
  if (isMap(value)) {
    const content = QUANTITIES.has(name) ? sorted(value, (item) => quantity(item)) : sorted(value, held);
    return FREE_MAPS.has(name) && content.length === 0 ? null : content;
  }
  if (QUANTITIES.has(name)) return quantity(value);
  return NAME_OR_NUMBER.has(name) || typeof value !== 'number' ? value ?? null : numberText(value);
}

function quantity(value: unknown): unknown {
  const text = typeof value === 'number' ? numberText(value) : value;
  const exact = typeof text === 'string' ? parseQuantityExactly(text) : undefined;
  if (exact === undefined) return text ?? null;
  let { digits, exponent } = exact;
  while (digits !== 0n && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
  return compareDecimals(exact, { digits: 0n, exponent: 0 }) === 0 ? 'quantity 0' : `quantity ${digits}e${exponent}`;
}

/** Entries in a fixed order, without those that hold nothing. */
function sorted(map: { readonly [key: string]: unknown }, read: (value: unknown, name: string) => unknown): [string, unknown][] {
  return Object.keys(map).sort().map((key): [string, unknown] => [key, read(map[key], key)]).filter(([, value]) => value !== null);
}
