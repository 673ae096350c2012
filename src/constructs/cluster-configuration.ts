import { type Assembly } from '../assembly/assembly';
import { currentName, lookup } from '../configuration/catalogue/lookup';
import { type OptionEntry } from '../configuration/flink-options';
import { isSensitive } from '../validation/show';

/** What is known of one option of a cluster. */
export interface OptionExplanation {
  /** The option, by the name that the cluster's release knows it by. */
  readonly key: string;
  /**
   * The value that Flink reads.
   * @default - the option is not set
   */
  readonly value?: string;
  /**
   * Who stated it: a property, `configuration`, a feature or the library.
   * @default - nobody
   */
  readonly origin?: string;
  /**
   * What Flink takes where the option is not set.
   * @default - nothing, or unknown
   */
  readonly defaultValue?: string;
  /** All of it in one sentence. */
  readonly text: string;
}

/** The configuration of a cluster as Flink will read it. */
export class ClusterConfiguration {
  /** @internal */
  public static _of(assembly: Assembly): ClusterConfiguration {
    return new ClusterConfiguration(assembly);
  }

  private readonly assembly: Assembly;

  private constructor(assembly: Assembly) {
    this.assembly = assembly;
  }

  /** Every option and its value, in the order of their keys. */
  public effective(): { [key: string]: string } {
    return Object.fromEntries(this.assembly.model.options.toMap());
  }

  /**
   * Where the value of an option comes from.
   *
   * @param key The option, by any of its names
   */
  public explain(key: string): OptionExplanation {
    const { options, version } = this.assembly.model;
    const current = currentName(key, version);
    const entry = options.entries.find((candidate) => candidate.key === current);
    const defaultValue = lookup(current, version)?.default;
    return {
      key: current,
      value: entry?.value,
      origin: entry?.source,
      defaultValue,
      text: sentence(current, entry, defaultValue),
    };
  }
}

function sentence(key: string, entry: OptionEntry | undefined, defaultValue: string | undefined): string {
  const otherwise = defaultValue === undefined ? 'Flink has no default for it' : `Flink's default is ${defaultValue}`;
  return entry === undefined
    ? `${key} is not set; ${otherwise}`
    : `${key} is ${isSensitive(key) ? '******' : entry.value}, stated by ${entry.source}; ${otherwise}`;
}
