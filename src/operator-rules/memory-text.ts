import { parseQuantityExactly } from './java/quantity';
import { parseMemorySize } from '../memory/memory-size';

// The operator's arithmetic keeps 16 digits, and Flink reads no exponent.
const LARGEST_POWER = 15;

/**
 * The bytes of a `memory` field as the operator reads it: in Flink's syntax (`2048m`: MiB), else as a Kubernetes
 * quantity (`1Gi`). Flink reads the value of a quantity again, so that fractions are rejected. `undefined` if the
 * operator rejects the string.
 */
export function memoryBytes(text: string): bigint | undefined {
  return parseMemorySize(text) ?? quantityBytes(text);
}

function quantityBytes(text: string): bigint | undefined {
  const upper = text.replace(/[\s\u0000-\u0020]/g, '').toUpperCase();
  const quantity = upper.replace(/B$/, '').replace(/I$/, 'i');
  const decimal = parseQuantityExactly(quantity);
  const exponent = /[eE]([+-]?\d+)$/.exec(quantity)?.[1] ?? '0';
  if (
    decimal === undefined ||
    /\.\d|E(?:i?)$/.test(quantity) ||
    Number(exponent) > LARGEST_POWER ||
    decimal.exponent < 0
  ) {
    return undefined;
  }
  return parseMemorySize(String(decimal.digits * 10n ** BigInt(decimal.exponent)));
}
