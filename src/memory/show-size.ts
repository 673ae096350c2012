import { LARGEST_SIZE } from './memory-size';

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
const SCALES = UNITS.map((unit, power) => ({ unit, factor: 1024n ** BigInt(power) })).reverse();
// A truncated number shows at least two digits before the point, an exact one at most five.
const SMALLEST_CUT = 10n;
const LARGEST_WHOLE = 100_000n;

/** A size for a message, both readable and exact: `127 MiB (133169152 bytes)`. */
export function showSize(bytes: bigint): string {
  const short = showShortSize(bytes);
  return short.endsWith('bytes') ? short : `${short} (${bytes} bytes)`;
}

/** A size in one unit: exact if it has few digits, otherwise truncated to two decimal digits after a `~`. */
export function showShortSize(bytes: bigint): string {
  if (bytes === LARGEST_SIZE) {
    return 'no limit';
  }
  const whole = SCALES.find(({ factor }) => bytes % factor === 0n && bytes >= factor && bytes / factor < LARGEST_WHOLE);
  if (whole !== undefined) {
    return `${bytes / whole.factor} ${whole.unit}`;
  }
  const { unit, factor } = SCALES.find((scale) => bytes >= scale.factor * SMALLEST_CUT) ?? SCALES[SCALES.length - 1]!;
  const hundredths = (bytes * 100n) / factor;
  const digits = `${hundredths % 100n}`.padStart(2, '0').replace(/0+$/, '');
  const sign = hundredths * factor === bytes * 100n ? '' : '~';
  return `${sign}${hundredths / 100n}${digits === '' ? '' : `.${digits}`} ${unit}`;
}
