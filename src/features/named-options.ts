import { currentName } from '../configuration/catalogue/lookup';
import { type FlinkVersion } from '../configuration/flink-version';

/** Options by their oldest names become options by those that a release has for them; what is `undefined` is left out. */
export function namedOptions(
  version: FlinkVersion,
  options: { readonly [oldest: string]: unknown },
): { [key: string]: unknown } {
  const stated = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.map(([oldest, value]) => [currentName(oldest, version), value]));
}
