import { parseDouble } from '../../configuration/parsing/float';
import { javaDoubleText } from '../../memory/java-double-text';

/** A value as the operator's mapper reads it; `undefined` if it rejects the value. */
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

/** A number as Java prints it: an integer without a decimal point, any other number with one. */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e19 ? BigInt(value).toString() : javaDoubleText(value);
}

/** The string of a scalar; `undefined` for collections. */
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

/** An integer of that many bits. Fractions are truncated, strings are parsed, and an empty string is null. */
export function readInteger(value: unknown, bits: 32 | 64): Scalar<number> {
  const isText = typeof value === 'string';
  const trimmed = isText ? value.trim() : '';
  if (isText && trimmed === '') {
    return { value: null };
  }
  const parsed = isText && WHOLE.test(trimmed) ? Number(trimmed) : NaN;
  const number = typeof value === 'number' ? Math.trunc(value) : parsed;
  // The largest 64-bit integer and its successor are the same double.
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
      const word = WORDS.get(value.trim());
      if (value.trim() === '') return { value: null };
      return word === undefined ? undefined : { value: word };
    }
    default:
      return undefined;
  }
}

/** A constant by its exact name, or by its position. */
export function readConstant(value: unknown, constants: readonly string[]): Scalar<string> {
  if (typeof value === 'string' && constants.includes(value)) {
    return { value };
  }
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^(?:0|[1-9]\d*)$/.test(value));
  const position = isNumber ? Number(value) : -1;
  const constant = Number.isInteger(position) ? constants[position] : undefined;
  return constant === undefined ? undefined : { value: constant };
}
