import { LARGEST_SIZE } from './memory-size';

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
const FACTOR = 1024n;
// A rounded number shows at least two digits before the point, an exact one at most five.
const SMALLEST_ROUNDED = 10n;
const LARGEST_EXACT = 100_000n;

/** A size for a message, both readable and exact: `127 MiB (133169152 bytes)`. */
export function showSize(bytes: bigint): string {
  const short = showShortSize(bytes);
  return bytes < FACTOR ? short : `${short} (${bytes} bytes)`;
}

/** A size in one unit: exact where that takes few digits, otherwise cut to two places behind a `~`. */
export function showShortSize(bytes: bigint): string {
  if (bytes === LARGEST_SIZE) {
    return 'no limit';
  }
  const scales = UNITS.map((unit, power) => ({ unit, factor: FACTOR ** BigInt(power) })).reverse();
  const exact = scales.find(({ factor }) => bytes % factor === 0n && bytes >= factor && bytes / factor < LARGEST_EXACT);
  if (exact !== undefined) {
    return `${bytes / exact.factor} ${exact.unit}`;
  }
  const { unit, factor } = scales.find((scale) => bytes >= scale.factor * SMALLEST_ROUNDED) ?? scales[scales.length - 1]!;
  const hundredths = bytes * 100n / factor;
  const places = `${hundredths % 100n}`.padStart(2, '0').replace(/0+$/, '');
  return factor === 1n ? `${bytes} ${unit}` : `~${hundredths / 100n}${places === '' ? '' : `.${places}`} ${unit}`;
}
