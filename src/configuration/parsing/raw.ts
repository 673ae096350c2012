import { javaDoubleText } from '../../memory/java-double-text';
import type { YamlValue } from '../yaml/value';

/** The text that Flink parses if the value is not a string: what Java prints for it, such as `Infinity` for `.inf`. */
export function rawText(raw: YamlValue): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return javaDoubleText(raw);
  // No type accepts the text of a collection.
  return typeof raw === 'object' ? '{}' : String(raw);
}
