import { type EffectiveOptions, type FoundOption } from './effective-options';
import { Keys } from '../configuration/keys';

const OFF = ['none', 'standalone'];
const KINDS = ['kubernetes', 'zookeeper', ...OFF];

export function highAvailability(options: EffectiveOptions): FoundOption | undefined {
  return options.findFlink(Keys.HIGH_AVAILABILITY_TYPE, Keys.HIGH_AVAILABILITY);
}

/** Whether the operator takes high availability for switched on: every text does that is not one of the two for off. */
export function isHighlyAvailable(options: EffectiveOptions): boolean {
  const found = highAvailability(options);
  return found !== undefined && !OFF.includes(found.text.toLowerCase());
}

/** Whether Flink can make something of it: a kind, or the name of a class. */
export function isKindOfHighAvailability(text: string): boolean {
  return KINDS.includes(text.toLowerCase()) || /^[\w$]+(?:\.[\w$]+)+$/.test(text);
}
