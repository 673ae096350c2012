import { parseDouble } from '../../configuration/parsing/float';
import { javaDoubleText } from '../../memory/java-double-text';

/** A value as the operator's mapper reads it; nothing where it refuses. */
export type Scalar<T> = { readonly value: T | null } | undefined;

const WHOLE = /^[+-]?\d+$/;
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** A number as Java prints it: whole ones that were written as such, others with a point. */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e19 ? BigInt(value).toString() : javaDoubleText(value);
}

/** The text of a value that is none of the collections. */
export function scalarText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return numberText(value);
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

export function readText(value: unknown): Scalar<string> {
  const text = scalarText(value);
  return text === undefined ? undefined : { value: text };
}

/** A whole number of so many bits: fractions are cut off, texts are read, an empty one is none. */
export function readInteger(value: unknown, bits: 32 | 64): Scalar<number> {
  const isText = typeof value === 'string';
  const trimmed = isText ? value.trim() : '';
  if (isText && trimmed === '') {
    return { value: null };
  }
  const number = typeof value === 'number' ? Math.trunc(value) : isText && WHOLE.test(trimmed) ? Number(trimmed) : NaN;
  // The largest number of 64 bits and its successor are the same double.
  return number >= -(2 ** (bits - 1)) && number < 2 ** (bits - 1) ? { value: number + 0 } : undefined;
}

export function readDouble(value: unknown): Scalar<number> {
  if (typeof value === 'number') {
    return { value };
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (value.trim() === '') {
    return { value: null };
  }
  const parsed = parseDouble(value);
  return 'value' in parsed ? parsed : undefined;
}

export function readFlag(value: unknown): Scalar<boolean> {
  switch (typeof value) {
    case 'boolean':
      return { value };
    case 'number':
      return Number.isInteger(value) ? { value: value !== 0 } : undefined;
    case 'string': {
      const trimmed = value.trim();
      return trimmed === '' ? { value: null } : WORDS.has(trimmed) ? { value: WORDS.get(trimmed)! } : undefined;
    }
    default:
      return undefined;
  }
}

/** A constant by its exact name, or by its place. */
export function readConstant(value: unknown, constants: readonly string[]): Scalar<string> {
  if (typeof value === 'string' && constants.includes(value)) {
    return { value };
  }
  const place =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^(?:0|[1-9]\d*)$/.test(value)
        ? Number(value)
        : -1;
  const constant = Number.isInteger(place) ? constants[place] : undefined;
  return constant === undefined ? undefined : { value: constant };
}
