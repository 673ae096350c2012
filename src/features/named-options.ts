import { type FlinkVersion } from '../configuration/flink-version';
import { lazily } from '../validation/lazily';

const catalogue = lazily(
  () => require('../configuration/catalogue/lookup') as typeof import('../configuration/catalogue/lookup'),
);

/** Options by their oldest names become options by those that a release has for them; what is `undefined` is left out. */
export function namedOptions(
  version: FlinkVersion,
  options: { readonly [oldest: string]: unknown },
): { [key: string]: unknown } {
  const stated = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.map(([oldest, value]) => [catalogue().currentName(oldest, version), value]));
}
