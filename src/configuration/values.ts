/** Either the string of an option value, or a noun phrase for what was written instead of a value. */
export type OptionText = { readonly text: string } | { readonly problem: string };

// Items that YAML could read as the start of a list, an anchor, a comment or a byte order mark are quoted.
const STARTS_BARE_ITEM = /^[A-Za-z0-9_/.$]/;
// U+180E is white space on Java 8 only.
const NEEDS_QUOTES = /;|[\u0000-\u0020\s\u180e]$/;
// The most KiB whose bytes fit into the 64 bits of Flink.
const MOST_KIBIBYTES = Number.MAX_SAFE_INTEGER;

function plainDecimal(value: number): string {
  const [mantissa = '', exponentText] = String(Math.abs(value)).split('e');
  const sign = value < 0 ? '-' : '';
  if (exponentText === undefined) return sign + mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponentText);
  // JavaScript writes an exponent only below 1e-6 and from 1e21 on, so the point is never inside the digits.
  return sign + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits + '0'.repeat(point - digits.length));
}

function describeObject(value: object): string {
  const name: unknown = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor
    ?.name;
  if (typeof name !== 'string' || name === 'Object' || !/^[\w$]{1,64}$/.test(name)) return 'an object';
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'number':
      return String(value);
    case 'bigint':
      return 'a bigint';
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    default:
      return value === null ? 'null' : describeObject(value as object);
  }
}

function sizeText(kibibytes: unknown): OptionText {
  if (typeof kibibytes !== 'number' || !Number.isInteger(kibibytes) || kibibytes < 0) {
    return { problem: 'a Size that is not a multiple of 1 KiB' };
  }
  if (kibibytes > MOST_KIBIBYTES) return { problem: 'a Size above 2^63 bytes' };
  return { text: kibibytes % 1024 === 0 ? `${kibibytes / 1024}m` : `${kibibytes}k` };
}

// Without a unit: up to 1.19 about 40 keys accept only milliseconds and reject "10 s", but every version reads the
// number.
function durationText(milliseconds: unknown): OptionText {
  if (typeof milliseconds !== 'number' || !Number.isInteger(milliseconds) || milliseconds < 0) {
    return { problem: 'a Duration that is not a multiple of 1 ms' };
  }
  return { text: plainDecimal(milliseconds) };
}

// A class of cdk8s can be loaded twice (linked packages, jsii), so its methods identify it, not its constructor.
function measureText(value: object): OptionText | undefined {
  const { toKibibytes, toMilliseconds } = value as { toKibibytes?: unknown; toMilliseconds?: unknown };
  try {
    if (typeof toKibibytes === 'function') return sizeText(toKibibytes.call(value));
    if (typeof toMilliseconds === 'function') return durationText(toMilliseconds.call(value));
    return undefined;
  } catch {
    return {
      problem:
        typeof toKibibytes === 'function'
          ? 'a Size that is not a multiple of 1 KiB'
          : 'a Duration that is not a multiple of 1 ms',
    };
  }
}

function scalarText(value: unknown): OptionText {
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { text: plainDecimal(value) };
  if (typeof value === 'boolean') return { text: String(value) };
  if (typeof value === 'object' && value !== null) return measureText(value) ?? { problem: describe(value) };
  return { problem: describe(value) };
}

function listItem(text: string): string {
  return STARTS_BARE_ITEM.test(text) && !NEEDS_QUOTES.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function listText(items: readonly unknown[]): OptionText {
  if (items.length === 0) return { problem: 'an empty list' };
  const texts: string[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const result = Array.isArray(item) ? { problem: 'a list' } : scalarText(item);
    if ('problem' in result) return { problem: `a list with ${result.problem} at position ${index}` };
    texts.push(listItem(result.text));
  }
  return { text: texts.join(';') };
}

/**
 * The string for a value in any configuration file: numbers without exponent, sizes in `m` or `k`, durations in
 * milliseconds without a unit, lists as `a;b`, quoted so that both readers of Flink return the same items. Never
 * throws.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function toOptionText(value: unknown): OptionText {
  try {
    return Array.isArray(value) ? listText(value) : scalarText(value);
  } catch {
    // Only proxies and getters can throw.
    return { problem: 'an object that cannot be read' };
  }
}
