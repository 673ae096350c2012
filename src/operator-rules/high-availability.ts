import { type EffectiveOptions, type FoundOption } from './effective-options';
import { Keys } from '../configuration/keys';

const DISABLED = ['none', 'standalone'];
const TYPES = ['kubernetes', 'zookeeper', ...DISABLED];

/** The option that sets the type of high availability, under any of its names. */
export function highAvailability(options: EffectiveOptions): FoundOption | undefined {
  return options.findFlink(Keys.HIGH_AVAILABILITY_TYPE, Keys.HIGH_AVAILABILITY);
}

/** Whether the operator treats high availability as enabled: every value enables it, except for `DISABLED`. */
export function isHighlyAvailable(options: EffectiveOptions): boolean {
  const found = highAvailability(options);
  return found !== undefined && !DISABLED.includes(found.text.toLowerCase());
}

/** Whether Flink can read the value: a type, or the name of a class. */
export function isTypeOfHighAvailability(text: string): boolean {
  return TYPES.includes(text.toLowerCase()) || /^[\w$]+(?:\.[\w$]+)+$/.test(text);
}
