import { javaDoubleText } from '../../memory/java-double-text';
import type { YamlValue } from '../yaml/value';

/** The text that Flink parses when the file gave no text: what Java prints for the value, such as `Infinity` for `.inf`. */
export function rawText(raw: YamlValue): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return javaDoubleText(raw);
  // No type takes the text of a collection.
  return typeof raw === 'object' ? '{}' : String(raw);
}
