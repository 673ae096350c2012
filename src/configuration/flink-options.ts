import { type YamlValue } from './yaml/value';

/** Where the value of an option comes from. */
export interface OptionOrigin {
  /** `merged` is a default that contains the explicit value and therefore replaces it. */
  readonly kind: 'default' | 'explicit' | 'merged';
  /** The property or feature that sets it, for messages: `taskManager.memory`, `configuration`, `feature Logging`. */
  readonly source: string;
}

/** The source of options that the library sets; they are checked by its tests, and not again for every cluster. */
export const LIBRARY = 'the library';

/** One option with its value in canonical notation. */
export interface OptionEntry extends OptionOrigin {
  readonly key: string;
  /** The key as it was written, if that is another name of the option. */
  readonly spelt?: string;
  readonly value: string;
  /** The value with its type in a `config.yaml`, unless that is a string. */
  readonly typed?: YamlValue;
}

/** Two explicit values of one option that differ. */
export interface OptionConflict {
  readonly first: OptionEntry;
  readonly second: OptionEntry;
}

/** The effective options of a cluster, in code point order of their keys; immutable. */
export class FlinkOptions {
  /**
   * Merges options. Explicit values override defaults, whatever their order; the first of several defaults is used, and
   * those of a base come before all others.
   *
   * @returns the options, and every pair of explicit values that contradict each other (the first one is used)
   */
  public static of(
    statements: readonly OptionEntry[],
    base?: FlinkOptions,
  ): { readonly options: FlinkOptions; readonly conflicts: OptionConflict[] } {
    const entries = new Map(base?.byKey);
    const conflicts: OptionConflict[] = [];
    for (const entry of statements) {
      const present = entries.get(entry.key);
      if (
        present === undefined ||
        entry.kind === 'merged' ||
        (present.kind === 'default' && entry.kind === 'explicit')
      ) {
        entries.set(entry.key, entry);
      } else if (present.kind === 'explicit' && entry.kind === 'explicit' && present.value !== entry.value) {
        conflicts.push({ first: present, second: entry });
      }
    }
    return { options: new FlinkOptions(entries), conflicts };
  }

  private sorted?: readonly OptionEntry[];
  private byOthers?: readonly OptionEntry[];

  private constructor(private readonly byKey: ReadonlyMap<string, OptionEntry>) {}

  /** Returns these options with some set, whether they were set before or not, and some removed. */
  public changed(set: readonly OptionEntry[], removed: readonly string[] = []): FlinkOptions {
    const entries = new Map(this.byKey);
    removed.forEach((key) => entries.delete(key));
    set.forEach((entry) => entries.set(entry.key, entry));
    return new FlinkOptions(entries);
  }

  /** All options in the order in which they were set. */
  public get unordered(): Iterable<OptionEntry> {
    return this.byKey.values();
  }

  public get entries(): readonly OptionEntry[] {
    return (this.sorted ??= [...this.byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)));
  }

  /** The options that the user or a feature sets; those of the library are checked by its tests. */
  public get stated(): readonly OptionEntry[] {
    return (this.byOthers ??= this.entries.filter(({ source, kind }) => source !== LIBRARY || kind === 'merged'));
  }

  /** The effective value of an option, with its origin. */
  public entry(key: string): OptionEntry | undefined {
    return this.byKey.get(key);
  }

  public get(key: string): string | undefined {
    return this.byKey.get(key)?.value;
  }

  /** The value with its type in a configuration file, or the string. */
  public typed(key: string): YamlValue | undefined {
    const entry = this.byKey.get(key);
    return entry?.typed ?? entry?.value;
  }

  /** The value of an option as an integer; `undefined` if it is not one. */
  public integer(key: string): number | undefined {
    const value = this.byKey.get(key)?.value;
    return value !== undefined && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined;
  }

  /** Keys and values of all options, or of those that a filter accepts, in order. */
  public toMap(keep?: (key: string) => boolean): Map<string, string> {
    const map = new Map<string, string>();
    for (const { key, value } of this.entries) {
      if (keep === undefined || keep(key)) {
        map.set(key, value);
      }
    }
    return map;
  }
}
