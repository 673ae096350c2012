import { can, type Parsed, type Reading } from './parsed';
import { javaTrim } from '../../memory/java-text';
import { readingOf } from '../dialect';
import { type FlinkVersion } from '../flink-version';

const SECOND = 1_000_000_000n;
const UNITS: ReadonlyMap<string, bigint> = new Map(
  [
    { units: ['d', 'day', 'days'], nanoseconds: 86_400n * SECOND },
    { units: ['h', 'hour', 'hours'], nanoseconds: 3_600n * SECOND },
    { units: ['m', 'min', 'minute', 'minutes'], nanoseconds: 60n * SECOND },
    { units: ['s', 'sec', 'secs', 'second', 'seconds'], nanoseconds: SECOND },
    { units: ['', 'ms', 'milli', 'millis', 'millisecond', 'milliseconds'], nanoseconds: 1_000_000n },
    { units: ['\u00b5s', 'micro', 'micros', 'microsecond', 'microseconds'], nanoseconds: 1_000n },
    { units: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'], nanoseconds: 1n },
  ].flatMap(({ units, nanoseconds }) => units.map((unit): [string, bigint] => [unit, nanoseconds])),
);

const SMALLEST = -(2n ** 63n) * SECOND;
const LARGEST = 2n ** 63n * SECOND - 1n;

const AMOUNT = /^(\d+)([^]*)$/;
const ISO = /^([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i;

function fitsLong(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

function forms(reading: Reading): string {
  const minutes = can(reading, 'readsMinutesAsM') ? 'm, min' : 'min';
  const iso = can(reading, 'readsIsoDurations') ? ', or an ISO-8601 duration such as PT10S' : '';
  return `must be an integer with one of the units d, h, ${minutes}, s, ms, \u00b5s, ns (none: milliseconds)${iso}`;
}

function parseIso(text: string): bigint | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, sign, days, time, hours, minutes, seconds, fraction = ''] = match;
  if (time?.length === 1 || [days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
  const parts = [
    [seconds, 1n],
    [minutes, 60n],
    [hours, 3_600n],
    [days, 86_400n],
  ] as const;
  let total = 0n;
  for (const [part = '0', factor] of parts) {
    const count = BigInt(part.replace('+', ''));
    total += count * factor;
    // Every step is computed in 64 bits and must not overflow.
    if (!fitsLong(count) || !fitsLong(count * factor) || !fitsLong(total)) return undefined;
  }
  const nanoseconds = total * SECOND + BigInt(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') ? -1n : 1n);
  const value = sign === '-' ? -nanoseconds : nanoseconds;
  return nanoseconds >= SMALLEST && value >= SMALLEST && value <= LARGEST ? value : undefined;
}

/**
 * The nanoseconds of a duration. Newer versions accept more: `m`, ISO-8601, and more milliseconds than fit into 64
 * bits.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseDuration(text: string, reading: Reading): Parsed<bigint> {
  const trimmed = javaTrim(text);
  const match = AMOUNT.exec(trimmed);
  if (match === null) {
    const iso = can(reading, 'readsIsoDurations') ? parseIso(trimmed) : undefined;
    if (iso === undefined) return { problem: forms(reading) };
    return iso < 0n ? { problem: 'must not be negative' } : { value: iso };
  }
  const amount = BigInt(match[1]!);
  const unit = javaTrim(match[2]!).toLowerCase();
  const nanoseconds = unit === 'm' && !can(reading, 'readsMinutesAsM') ? undefined : UNITS.get(unit);
  if (nanoseconds === undefined) return { problem: forms(reading) };
  const value = amount * nanoseconds;
  const fits = fitsLong(value / SECOND) && (can(reading, 'countsDurationsIn96Bits') || fitsLong(amount));
  return fits ? { value } : { problem: 'must be below 2^63 seconds, and its number below 2^63 before 2.0' };
}

/** The nanoseconds of an optional duration; `undefined` if there is none, or if it is invalid. */
export function durationIn(text: string | undefined, version: FlinkVersion): bigint | undefined {
  const parsed = text === undefined ? undefined : parseDuration(text, readingOf(version));
  return parsed !== undefined && 'value' in parsed ? parsed.value : undefined;
}
