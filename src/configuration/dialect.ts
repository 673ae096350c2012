import { type FlinkVersion } from './flink-version';

/** The language of Flink's configuration file in one release. */
export interface Dialect {
  /** Why the file cannot carry an option, in a few words. */
  refusal(key: string, value: string): string | undefined;
  /** The file's text; exact for everything that is not refused. */
  write(options: ReadonlyMap<string, string>): string;
}

let standard: Dialect | undefined;
let legacy: Dialect | undefined;

/** The dialect that a release reads. Clusters of one release are the rule, so each loads on first use, and once: a second `require` searches again. */
export function dialectOf(version: FlinkVersion): Dialect {
  return version._usesStandardYaml ? (standard ??= loadStandard()) : (legacy ??= loadLegacy());
}

function loadStandard(): Dialect {
  const { writeStandard } = require('./dialects/standard') as typeof import('./dialects/standard');
  const { surrogateRefusal } = require('./well-formed') as typeof import('./well-formed');
  return { refusal: surrogateRefusal, write: writeStandard };
}

function loadLegacy(): Dialect {
  const { legacyRefusal, writeLegacy } = require('./dialects/legacy') as typeof import('./dialects/legacy');
  return { refusal: legacyRefusal, write: writeLegacy };
}
