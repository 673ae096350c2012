import { legacyRefusal, writeLegacy } from './dialects/legacy';
import { readLegacy } from './dialects/read';
import { readStandard } from './dialects/read-standard';
import { writeStandard } from './dialects/standard';
import type { FlinkVersion } from './flink-version';

/** Which of its two configuration files a Flink of 1.19 or 1.20 is given. */
export interface FlinkConfigurationOptions {
  /**
   * Use `flink-conf.yaml`, which 1.19 and 1.20 still read when there is no `config.yaml`.
   *
   * @default - `flink-conf.yaml` up to 1.18, `config.yaml` from 1.19 on
   */
  readonly legacyFile?: boolean;
}

/**
 * The options in a configuration file of Flink, under flat keys and as texts: exactly what a Flink of this version reads from the file.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
 */
export class FlinkConfiguration {
  /**
   * Reads the text of a `flink-conf.yaml` or `config.yaml`.
   *
   * Throws with all problems when Flink would refuse to start with the file. The older dialect has none: Flink skips lines that it cannot use.
   *
   * @param text The whole file
   * @param version The Flink that the file belongs to
   */
  public static parse(
    text: string,
    version: FlinkVersion,
    options: FlinkConfigurationOptions = {},
  ): FlinkConfiguration {
    const isStandard = usesStandardFile(version, options);
    if (typeof text !== 'string') throw new Error('a configuration file is a text: give what stands in the file');
    return new FlinkConfiguration(isStandard ? readStandardFile(text) : readLegacy(text), isStandard);
  }

  /**
   * Takes options under flat keys.
   *
   * @param values The options, each as the text that Flink shall read
   * @param version The Flink that they are meant for
   */
  public static fromMap(
    values: { [key: string]: string },
    version: FlinkVersion,
    options: FlinkConfigurationOptions = {},
  ): FlinkConfiguration {
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      throw new Error('options are a map of keys to texts: give an object');
    }
    const given = Object.entries(values);
    const wrong = given.filter(([, value]) => typeof value !== 'string').map(([key]) => key);
    if (wrong.length > 0) {
      throw new Error(`the values of options are texts, and not those of ${wrong.join(', ')}: write them as texts`);
    }
    return new FlinkConfiguration(new Map(given), usesStandardFile(version, options));
  }

  /** The name that Flink looks for: `config.yaml` or `flink-conf.yaml`. */
  public readonly fileName: string;

  private constructor(
    private readonly options: ReadonlyMap<string, string>,
    private readonly isStandard: boolean,
  ) {
    this.fileName = isStandard ? 'config.yaml' : 'flink-conf.yaml';
  }

  /** The options under flat keys, in the order of the file. */
  public toMap(): { [key: string]: string } {
    return Object.fromEntries(this.options);
  }

  /**
   * A file from which Flink reads exactly these options.
   *
   * Throws with all problems when no text of this dialect can do that, which only happens with `flink-conf.yaml`.
   */
  public toText(): string {
    if (this.isStandard) return writeStandard(this.options);
    const problems = [...this.options].flatMap(([key, value]) => {
      const refusal = legacyRefusal(key, value);
      return refusal === undefined ? [] : [`${JSON.stringify(key)}: ${refusal}`];
    });
    if (problems.length > 0) throw new Error(`flink-conf.yaml cannot carry these options: ${problems.join('; ')}`);
    return writeLegacy(this.options);
  }
}

function usesStandardFile(version: FlinkVersion, { legacyFile = false }: FlinkConfigurationOptions): boolean {
  if (typeof version?._isAtLeast !== 'function') {
    throw new Error('the version is no FlinkVersion: give one, such as FlinkVersion.V1_20');
  }
  if (!version._isSupported) {
    throw new Error(
      `'${version.version}' is no supported version of Flink: give a release from 1.11 on, such as 1.20 or 2.2.1`,
    );
  }
  if (!legacyFile || !version._usesStandardYaml) return version._usesStandardYaml;
  if (version._isAtLeast('2.0')) {
    throw new Error(
      `Flink ${version.version} reads no flink-conf.yaml: leave out legacyFile, or use a version before 2.0`,
    );
  }
  return false;
}

function readStandardFile(text: string): Map<string, string> {
  const read = readStandard(text);
  if ('problems' in read) throw new Error(`config.yaml cannot be read: ${read.problems.join('; ')}`);
  return read.options;
}
