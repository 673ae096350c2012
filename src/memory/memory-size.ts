import { javaTrim } from './java-text';

const UNITS = [
  ['', 'b', 'bytes'],
  ['k', 'kb', 'kibibytes'],
  ['m', 'mb', 'mebibytes'],
  ['g', 'gb', 'gibibytes'],
  ['t', 'tb', 'tebibytes'],
];
const FACTOR: ReadonlyMap<string, bigint> = new Map(
  UNITS.flatMap((units, power) => units.map((unit): [string, bigint] => [unit, 1024n ** BigInt(power)])),
);
const NUMBER = /^[0-9]+/;

/** The most bytes that Flink can count, because its sizes have 63 bits. */
export const LARGEST_SIZE = 2n ** 63n - 1n;
const LARGEST_DIGITS = String(LARGEST_SIZE).length;

/** Why an option value is not a size, in the order in which Flink checks it. */
export type SizeFault = 'empty' | 'noNumber' | 'unknownUnit' | 'tooLarge';

/**
 * The bytes of a size as Flink reads it; `undefined` if Flink rejects it, which includes `2Gi` of Kubernetes.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/api/java/org/apache/flink/configuration/MemorySize.html
 */
export function parseMemorySize(text: string): bigint | undefined {
  const size = readMemorySize(text);
  return typeof size === 'bigint' ? size : undefined;
}

/**
 * The same for messages, with the reason instead of `undefined`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/api/java/org/apache/flink/configuration/MemorySize.html
 */
export function readMemorySize(text: string): bigint | SizeFault {
  const trimmed = javaTrim(text);
  const digits = NUMBER.exec(trimmed)?.[0];
  if (digits === undefined) {
    return trimmed === '' ? 'empty' : 'noNumber';
  }
  // The Kelvin sign is a k in lower case, also for Flink.
  const factor = FACTOR.get(javaTrim(trimmed.slice(digits.length)).toLowerCase());
  const amount = digits.length <= LARGEST_DIGITS ? digits : digits.replace(/^0+/, '');
  if (amount.length > LARGEST_DIGITS || BigInt(amount) > LARGEST_SIZE) {
    return 'tooLarge';
  }
  if (factor === undefined) {
    return 'unknownUnit';
  }
  const bytes = BigInt(amount) * factor;
  return bytes <= LARGEST_SIZE ? bytes : 'tooLarge';
}
