import { type SizeFault } from './memory-size';
import { refuse } from './refusal';
import { show } from '../validation/show';

/** Refusals of values that are not in Flink's or Java's notation. */

const SIZE_FAULTS: { readonly [fault in SizeFault]: string } = {
  empty: 'is empty',
  noNumber: 'does not start with an integer',
  unknownUnit: 'has a unit that Flink does not know',
  tooLarge: 'is more than 2^63-1 bytes',
};

/** A size that is not in Flink's notation. */
export function sizeUnreadable(key: string, text: string, fault: SizeFault): never {
  refuse({
    id: 'size-unreadable',
    keys: [key],
    text: `${key} is ${show(text, key)}, which ${SIZE_FAULTS[fault]}`,
    fix: 'write an integer with one of the units b, k, m, g, t, such as 1536m',
  });
}

/** A fraction that is not in Java's notation. */
export function fractionUnreadable(key: string, text: string): never {
  refuse({
    id: 'fraction-unreadable',
    keys: [key],
    text: `${key} is ${show(text, key)}, which is not a number`,
    fix: 'write a fraction, such as 0.1',
  });
}

/** A number that is not in Java's notation, or out of range. */
export function numberUnreadable(key: string, text: string, kind: string): never {
  refuse({
    id: 'number-unreadable',
    keys: [key],
    text: `${key} is ${show(text, key)}, which is not ${kind}`,
    fix: 'write a number, such as 2',
  });
}

/** A value that is neither true nor false. */
export function booleanUnreadable(key: string, text: string): never {
  refuse({
    id: 'boolean-unreadable',
    keys: [key],
    text: `${key} is ${show(text, key)}, which is neither true nor false`,
    fix: 'write true or false',
  });
}

/** A negative heap size of the oldest options. */
export function legacyHeapNegative(key: string, mebibytes: bigint, newerKey: string): never {
  refuse({
    id: 'legacy-heap-negative',
    keys: [key],
    text: `${key} is ${mebibytes}, less than 0`,
    fix: `write ${newerKey} instead`,
  });
}

/** A number of CPU cores, or of slots as its default, that is not positive. */
export function cpuNotPositive(key: string, cores: number): never {
  refuse({
    id: 'cpu-not-positive',
    keys: [key],
    text: `${key} is ${cores}, but a TaskManager needs more than 0 CPU cores`,
    fix: 'write a positive number',
  });
}
