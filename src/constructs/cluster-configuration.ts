import { type Assembly } from '../assembly/assembly';
import { currentName, lookup } from '../configuration/catalogue/lookup';
import { type OptionEntry } from '../configuration/flink-options';
import { isSensitive } from '../validation/show';

/** An option of a cluster, with its value, its origin and its default. */
export interface OptionExplanation {
  /** Key of the option in the Flink release of the cluster. */
  readonly key: string;
  /**
   * The effective value.
   * @default - the option is not set
   */
  readonly value?: string;
  /**
   * Origin of the value: a property, `configuration`, a feature or the library.
   * @default - the option is not set
   */
  readonly origin?: string;
  /**
   * The value that Flink uses if the option is not set.
   * @default - none, or unknown
   */
  readonly defaultValue?: string;
  /** The explanation in one sentence. */
  readonly text: string;
}

/** The effective configuration of a cluster, as Flink will read it. */
export class ClusterConfiguration {
  /** @internal */
  public static _of(assembly: Assembly): ClusterConfiguration {
    return new ClusterConfiguration(assembly);
  }

  private readonly assembly: Assembly;

  private constructor(assembly: Assembly) {
    this.assembly = assembly;
  }

  /** Returns every option that is set with its value, sorted by key. */
  public effective(): { [key: string]: string } {
    return Object.fromEntries(this.assembly.model.options.toMap());
  }

  /**
   * Returns the value of an option, its origin and its default.
   *
   * @param key The key of the option; deprecated keys are accepted, too
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
    : `${key} is ${isSensitive(key) ? '******' : entry.value}, set by ${entry.source}; ${otherwise}`;
}
