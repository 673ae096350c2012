/** An exact decimal: `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const UNIT = /[eEinumkKMGTP]/;
const DECIMAL = /^([+-]?)(\d+\.?\d*|\.\d+)$/;
const POWERS_OF_TEN: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const BINARY = 'KMGTPE';
// Larger exponents would take too long to compute, and no container is that large.
const LARGEST_EXPONENT = 1000;

/**
 * The exact value of a quantity as the operator's Kubernetes client reads it; `undefined` if it rejects the string. The
 * client accepts some strings that Kubernetes rejects (`+1e3`) and rejects others (spaces, `1gb`).
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantityExactly(text: string): Decimal | undefined {
  const unit = UNIT.exec(text)?.index ?? text.length;
  const amount = parseDecimal(text.slice(0, unit));
  const format = text.slice(unit);
  if (amount === undefined) {
    return undefined;
  }
  const power = POWERS_OF_TEN.get(format);
  if (power !== undefined) {
    return { digits: amount.digits, exponent: amount.exponent + power };
  }
  const binary = /^[KMGTPE]i$/.test(format) ? BINARY.indexOf(format[0]!) + 1 : 0;
  if (binary > 0) {
    return { digits: amount.digits * 1024n ** BigInt(binary), exponent: amount.exponent };
  }
  const exponent = /^[eE]([+-]?\d+)$/.exec(format);
  const shift = exponent === null ? Infinity : Number(exponent[1]);
  return Math.abs(shift) <= LARGEST_EXPONENT ? { digits: amount.digits, exponent: amount.exponent + shift } : undefined;
}

function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) {
    return undefined;
  }
  const [whole = '', fraction = ''] = match[2]!.split('.');
  const digits = BigInt(`${whole}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, exponent: -fraction.length };
}

/** Negative if the first decimal is less than the second, positive if it is greater, else 0. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const lowest = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - lowest) - b.digits * 10n ** BigInt(b.exponent - lowest);
  return Number(difference > 0n) - Number(difference < 0n);
}
