import { type RangeOptions } from './options';
import { PORTION_NAMES } from './portion';
import { type MemoryRefusalId, refuse } from './refusal';
import { showSize } from './show-size';

/** Refusals of limits, of fractions, and of components outside their limits. */

/** A size with its limits. */
export interface Limited {
  readonly bytes: bigint;
  readonly least: bigint;
  readonly most: bigint;
}

/** A minimum above the maximum, even if only one of them is set. */
export function rangeInverted({ min, max }: RangeOptions, least: bigint, most: bigint): never {
  refuse({
    id: 'range-inverted',
    keys: [min.key, max.key],
    sizes: [
      { name: 'minimum', bytes: least },
      { name: 'maximum', bytes: most },
    ],
    text: `${min.key} is ${showSize(least)}, more than ${max.key}, which is ${showSize(most)}`,
    fix: `raise ${max.key} or lower ${min.key}`,
  });
}

/** A fraction that is negative, not a number, or at least 1 after rounding. */
export function fractionOutsideRange(key: string, fraction: number): never {
  refuse({
    id: 'fraction-outside-range',
    keys: [key],
    text: `${key} is ${fraction} as a 32-bit number, outside 0 to 1; 1 itself is not allowed`,
    fix: 'write a fraction of at least 0 and below 1, such as 0.1',
  });
}

/** Two totals that leave a JVM overhead outside its limits. */
export function overheadOutsideRange(totalKey: string, { min, max }: RangeOptions, limited: Limited): never {
  outsideRange('overhead-outside-range', 'overhead', [totalKey, min.key, max.key], limited);
}

/** Components that leave a network memory outside its limits. */
export function networkOutsideRange(totalKey: string, { min, max }: RangeOptions, limited: Limited): never {
  outsideRange('network-outside-range', 'network', [totalKey, min.key, max.key], limited);
}

function outsideRange(
  id: MemoryRefusalId,
  part: 'overhead' | 'network',
  keys: readonly [total: string, min: string, max: string],
  { bytes, least, most }: Limited,
): never {
  const [total, min, max] = keys;
  const { [part]: name } = PORTION_NAMES;
  const limits = `${showSize(least)} to ${showSize(most)}`;
  refuse({
    id,
    keys,
    sizes: [
      { name, bytes },
      { name: 'minimum', bytes: least },
      { name: 'maximum', bytes: most },
    ],
    text: `${total} and the other sizes leave ${showSize(bytes)} for the ${name}, outside ${limits}`,
    fix: `remove one of the sizes, or change ${min} or ${max}`,
  });
}
