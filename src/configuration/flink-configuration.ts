import { legacyRefusal, writeLegacy } from './dialects/legacy';
import { readLegacy } from './dialects/read';
import { readStandard } from './dialects/read-standard';
import { writeStandard } from './dialects/standard';
import type { FlinkVersion } from './flink-version';

/** Selects one of the two configuration files that Flink 1.19 and 1.20 can read. */
export interface FlinkConfigurationOptions {
  /**
   * Use `flink-conf.yaml`, which 1.19 and 1.20 still read if there is no `config.yaml`.
   *
   * @default - `flink-conf.yaml` up to 1.18, `config.yaml` from 1.19 on
   */
  readonly legacyFile?: boolean;
}

/**
 * The options in a configuration file of Flink, with flat keys and strings as values, exactly as a Flink of this
 * version reads them from the file.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
 */
export class FlinkConfiguration {
  /**
   * Reads the text of a `flink-conf.yaml` or `config.yaml`.
   *
   * Throws with all problems if Flink would not start with the file. This never happens with `flink-conf.yaml`, because
   * Flink skips lines that it cannot read.
   *
   * @param text The whole file
   * @param version The Flink version that the file is for
   */
  public static parse(
    text: string,
    version: FlinkVersion,
    options: FlinkConfigurationOptions = {},
  ): FlinkConfiguration {
    const isStandard = usesStandardFile(version, options);
    if (typeof text !== 'string') throw new Error('expected a string: pass the content of the file');
    return new FlinkConfiguration(isStandard ? readStandardFile(text) : readLegacy(text), isStandard);
  }

  /**
   * Accepts options with flat keys.
   *
   * @param values The options, each as the string that Flink is to read
   * @param version The Flink version that they are for
   */
  public static fromMap(
    values: { [key: string]: string },
    version: FlinkVersion,
    options: FlinkConfigurationOptions = {},
  ): FlinkConfiguration {
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      throw new Error('expected a map of strings: pass an object with keys and values');
    }
    const given = Object.entries(values);
    const wrong = given.filter(([, value]) => typeof value !== 'string').map(([key]) => key);
    if (wrong.length > 0) {
      throw new Error(`the values of ${wrong.join(', ')} are not strings: write every value as a string`);
    }
    return new FlinkConfiguration(new Map(given), usesStandardFile(version, options));
  }

  /** The name of the file: `config.yaml` or `flink-conf.yaml`. */
  public readonly fileName: string;

  private constructor(
    private readonly options: ReadonlyMap<string, string>,
    private readonly isStandard: boolean,
  ) {
    this.fileName = isStandard ? 'config.yaml' : 'flink-conf.yaml';
  }

  /** Returns the options with flat keys, in the order of the file. */
  public toMap(): { [key: string]: string } {
    return Object.fromEntries(this.options);
  }

  /**
   * Returns the content of a file from which Flink reads exactly these options.
   *
   * Throws with all problems if the dialect cannot represent an option, which only happens with `flink-conf.yaml`.
   */
  public toText(): string {
    if (this.isStandard) return writeStandard(this.options);
    const problems = [...this.options].flatMap(([key, value]) => {
      const refusal = legacyRefusal(key, value);
      return refusal === undefined ? [] : [`${JSON.stringify(key)}: ${refusal}`];
    });
    if (problems.length > 0) throw new Error(`flink-conf.yaml cannot represent these options: ${problems.join('; ')}`);
    return writeLegacy(this.options);
  }
}

function usesStandardFile(version: FlinkVersion, { legacyFile = false }: FlinkConfigurationOptions): boolean {
  if (typeof version?._can !== 'function') {
    throw new Error('expected a FlinkVersion as the version, such as FlinkVersion.V1_20');
  }
  if (!version._isSupported) {
    throw new Error(
      `'${version.version}' is not a supported version of Flink: use 1.11 or newer, such as 1.20 or 2.2.1`,
    );
  }
  if (!legacyFile || !version._usesStandardYaml) return version._usesStandardYaml;
  if (!version._can('readsLegacyFile')) {
    throw new Error(
      `Flink ${version.version} does not read flink-conf.yaml: remove legacyFile, or use a version before 2.0`,
    );
  }
  return false;
}

function readStandardFile(text: string): Map<string, string> {
  const read = readStandard(text);
  if ('problems' in read) throw new Error(`config.yaml cannot be read: ${read.problems.join('; ')}`);
  return read.options;
}
