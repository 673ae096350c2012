import { type YamlValue } from './yaml/value';

/** Where the value of an option comes from. */
export interface OptionOrigin {
  /** `merged` is a default that holds the explicit value too, and so replaces it. */
  readonly kind: 'default' | 'explicit' | 'merged';
  /** Who said so, for messages: `taskManager.memory`, `configuration`, `feature Logging`. */
  readonly source: string;
}

/** What the library states for itself; it is right by its own tests, and not checked again for every cluster. */
export const LIBRARY = 'the library';

/** One option with its canonical text. */
export interface OptionEntry extends OptionOrigin {
  readonly key: string;
  /** The key as it was written, where that is another name of the option. */
  readonly spelt?: string;
  readonly value: string;
  /** The value with the type that a `config.yaml` gave it, where that is no text. */
  readonly typed?: YamlValue;
}

/** Two explicit statements of one option that do not agree. */
export interface OptionConflict {
  readonly first: OptionEntry;
  readonly second: OptionEntry;
}

/** The effective options of a cluster, in code point order of their keys; immutable. */
export class FlinkOptions {
  /**
   * Explicit statements beat defaults whatever their order; among defaults the first one stays, and those of a base are before all others.
   *
   * @returns the options, and every pair of explicit statements that contradict each other (the first one is kept)
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

  /** These options with some set, whoever stated them before, and some taken away. */
  public changed(set: readonly OptionEntry[], removed: readonly string[] = []): FlinkOptions {
    const entries = new Map(this.byKey);
    removed.forEach((key) => entries.delete(key));
    set.forEach((entry) => entries.set(entry.key, entry));
    return new FlinkOptions(entries);
  }

  /** All options, in whatever order they were stated. */
  public get unordered(): Iterable<OptionEntry> {
    return this.byKey.values();
  }

  public get entries(): readonly OptionEntry[] {
    return (this.sorted ??= [...this.byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)));
  }

  /** The options that somebody stated; what the library states for itself is right by its own tests. */
  public get stated(): readonly OptionEntry[] {
    return (this.byOthers ??= this.entries.filter(({ source, kind }) => source !== LIBRARY || kind === 'merged'));
  }

  /** The statement of an option that holds. */
  public entry(key: string): OptionEntry | undefined {
    return this.byKey.get(key);
  }

  public get(key: string): string | undefined {
    return this.byKey.get(key)?.value;
  }

  /** The value as a configuration file gave it, or the text. */
  public typed(key: string): YamlValue | undefined {
    const entry = this.byKey.get(key);
    return entry?.typed ?? entry?.value;
  }

  /** A whole number, or `undefined` where the text is none. */
  public integer(key: string): number | undefined {
    const value = this.byKey.get(key)?.value;
    return value !== undefined && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : undefined;
  }

  /** Keys and values of all options, or of those that a filter keeps, in order. */
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
