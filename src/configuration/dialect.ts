import { legacyRefusal, writeLegacy } from './dialects/legacy';
import { writeStandard } from './dialects/standard';
import { type FlinkVersion } from './flink-version';
import { surrogateRefusal } from './well-formed';

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
  return { refusal: surrogateRefusal, write: writeStandard };
}

function loadLegacy(): Dialect {
  return { refusal: legacyRefusal, write: writeLegacy };
}
