import { currentName } from '../configuration/catalogue/lookup';
import { type FlinkVersion } from '../configuration/flink-version';

/** Renames options from their oldest names to the names in a release, without those that are `undefined`. */
export function namedOptions(
  version: FlinkVersion,
  options: { readonly [oldest: string]: unknown },
): { [key: string]: unknown } {
  const stated = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.map(([oldest, value]) => [currentName(oldest, version), value]));
}
