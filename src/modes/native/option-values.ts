import { lookup } from '../../configuration/catalogue/lookup';
import { type FlinkOptions } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { highAvailabilityKind } from '../../configuration/high-availability';
import { Keys } from '../../configuration/keys';
import { type OptionValue, parseRaw } from '../../configuration/parsing/parse-value';
import { type Reading } from '../../configuration/parsing/parsed';
import { type YamlValue } from '../../configuration/yaml/value';

/** Called with each value that Flink could not read. */
export type OnUnreadable = (key: string, value: string, problem: string) => void;

/**
 * Options as a Flink process reads them: those that this release has, under all of their names, with its types. A value
 * that cannot be read counts as not set, and is passed to a listener.
 */
export class OptionValues {
  constructor(
    public readonly options: FlinkOptions,
    private readonly version: FlinkVersion,
    public readonly dialect: Reading['dialect'],
    private readonly onUnreadable: OnUnreadable = () => undefined,
  ) {}

  /** The string under the name of the option, or under the first of its other names that is set. */
  public text(key: string): string | undefined {
    const name = this.nameOf(key);
    return name === undefined ? undefined : this.options.get(name);
  }

  public boolean(key: string): boolean | undefined {
    return this.read('Boolean', key) as boolean | undefined;
  }

  public integer(key: string): number | undefined {
    return this.read('Integer', key) as number | undefined;
  }

  public double(key: string): number | undefined {
    return this.read('Double', key) as number | undefined;
  }

  /** One of the constants, as Flink writes it. */
  public constant(key: string, constants: readonly string[]): string | undefined {
    return this.read('Enum', key, constants) as string | undefined;
  }

  public list(key: string): readonly string[] {
    return (this.read('List<String>', key) ?? []) as string[];
  }

  public maps(key: string): readonly ReadonlyMap<string, string>[] {
    return (this.read('List<Map>', key) ?? []) as ReadonlyMap<string, string>[];
  }

  /** A map under one key or, in newer releases, with one key for each entry. */
  public map(key: string): { readonly [key: string]: string } {
    const whole = this.read('Map', key) as ReadonlyMap<string, string> | undefined;
    if (whole !== undefined) {
      return Object.fromEntries(whole);
    }
    const hasEntries = this.version._can('readsMapEntries') && lookup(key, this.version) !== undefined;
    return hasEntries ? this.below(`${key}.`) : {};
  }

  /** Whether a standby JobManager can take over. */
  public get isHighlyAvailable(): boolean {
    return highAvailabilityKind(this.text(Keys.HIGH_AVAILABILITY_TYPE) ?? this.text(Keys.HIGH_AVAILABILITY)) !== 'none';
  }

  /** The options whose keys have a prefix, by the rest of their keys. */
  public below(prefix: string): { readonly [key: string]: string } {
    const entries = this.options.entries.filter(({ key }) => key.startsWith(prefix) && key.length > prefix.length);
    return Object.fromEntries(entries.map(({ key, value }) => [key.slice(prefix.length), value]));
  }

  /** The name under which the option is set, if it is set and this release has it. */
  private nameOf(key: string): string | undefined {
    const facts = lookup(key, this.version);
    return (
      facts &&
      [key, ...facts.fallbackKeys, ...facts.deprecatedKeys].find((name) => this.options.get(name) !== undefined)
    );
  }

  private read(type: string, key: string, constants?: readonly string[]): OptionValue | undefined {
    const name = this.nameOf(key);
    const raw: YamlValue | undefined = name === undefined ? undefined : this.options.typed(name);
    if (name === undefined || raw === undefined) {
      return undefined;
    }
    const parsed = parseRaw(type, raw, { version: this.version, dialect: this.dialect }, constants);
    if ('problem' in parsed) {
      this.onUnreadable(name, this.options.get(name)!, parsed.problem);
      return undefined;
    }
    return parsed.value;
  }
}
