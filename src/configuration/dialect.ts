import { legacyRefusal, writeLegacy } from './dialects/legacy';
import { standardRefusal, writeStandard } from './dialects/standard';
import { type FlinkVersion } from './flink-version';
import { type Reading } from './parsing/parsed';

/** The language of Flink's configuration file in one release. */
export interface Dialect {
  /** Why the file cannot represent an option, as a noun phrase or clause; absent if it can. */
  refusal(key: string, value: string): string | undefined;
  /** The text of the file. Flink reads exactly these options, unless one of them is refused. */
  write(options: ReadonlyMap<string, string>): string;
}

/** How a release reads the values in its configuration file. */
export function readingOf(version: FlinkVersion): Reading {
  return { version, dialect: version._usesStandardYaml ? 'standard' : 'legacy' };
}

let standard: Dialect | undefined;
let legacy: Dialect | undefined;

/**
 * The dialect that a release reads. Most apps have clusters of one release, so each dialect is created at first use.
 */
export function dialectOf(version: FlinkVersion): Dialect {
  return version._usesStandardYaml ? (standard ??= loadStandard()) : (legacy ??= loadLegacy());
}

function loadStandard(): Dialect {
  return { refusal: standardRefusal, write: writeStandard };
}

function loadLegacy(): Dialect {
  return { refusal: legacyRefusal, write: writeLegacy };
}
