import { type OperatorRelease } from './operator-release';
import { type FlatOptions } from './reading/options';
import { lookup } from '../configuration/catalogue/lookup';
import { FlinkVersion } from '../configuration/flink-version';

const DEFAULTS = 'kubernetes.operator.default-configuration.';
const VERSIONED = /^kubernetes\.operator\.default-configuration\.flink-version\.(v\d+_\d+)(\+?)\./;

/** A value that was found, under the name that it was given by. */
export interface FoundOption {
  readonly key: string;
  readonly text: string;
  /** Where it was said, as a property. */
  readonly property: string;
}

/** The configuration of the operator itself, as far as a resource is concerned. */
export type OperatorConfig = { readonly [key: string]: string };

/**
 * The options that the operator's rules look at: its own configuration, the defaults in it for the namespace and the Flink version, and the
 * options of the resources on top.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/configuration/
 */
export class EffectiveOptions {
  private readonly found = new Map<string, FoundOption>();
  private readonly ownFlink: FlinkVersion;

  public constructor(release: OperatorRelease, config: OperatorConfig, namespace: string, flinkVersion: string | null) {
    this.ownFlink = FlinkVersion.of(release.ownFlink);
    this.addDefaults(config, '');
    this.addDefaults(config, `${DEFAULTS}namespace.${namespace}.`);
    for (const prefix of flinkVersion === null ? [] : versionPrefixes(config, release, flinkVersion)) {
      this.addDefaults(config, prefix);
    }
  }

  /** The version of Flink that the operator itself is built with, by whose rules it reads values. */
  public get flink(): FlinkVersion {
    return this.ownFlink;
  }

  /** Puts the options of a resource on top; `path` is where it has them. */
  public add(options: FlatOptions | null, path: string): this {
    for (const [key, text] of options ?? []) {
      if (text !== null) this.found.set(key, { key, text, property: `${path}.${key}` });
    }
    return this;
  }

  public get(key: string): string | undefined {
    return this.found.get(key)?.text;
  }

  public keys(): Iterable<string> {
    return this.found.keys();
  }

  /** What stands under the first of these names that is given. */
  public find(...names: readonly string[]): FoundOption | undefined {
    const name = names.find((key) => this.found.has(key));
    return name === undefined ? undefined : this.found.get(name);
  }

  /** An option of Flink, under any of the names that the operator's own Flink knows; of several names of it, the newest comes first. */
  public findFlink(...keys: readonly string[]): FoundOption | undefined {
    const { key, names } = this.flinkNames(keys);
    return this.find(key, ...names);
  }

  /** The name by which the operator's own Flink knows an option. */
  public currentName(...keys: readonly string[]): string {
    return this.flinkNames(keys).key;
  }

  private flinkNames(keys: readonly string[]): { readonly key: string; readonly names: readonly string[] } {
    for (const key of keys) {
      const facts = lookup(key, this.ownFlink);
      if (facts !== undefined && !facts.isAlias) {
        return { key, names: [...facts.deprecatedKeys, ...facts.fallbackKeys] };
      }
    }
    return { key: keys[0]!, names: [] };
  }

  private addDefaults(config: OperatorConfig, prefix: string): void {
    for (const [key, text] of Object.entries(config)) {
      if (key.startsWith(prefix)) {
        this.found.set(key.slice(prefix.length), {
          key: key.slice(prefix.length),
          text,
          property: `operatorConfig.${key}`,
        });
      }
    }
  }
}

/** The prefixes of the defaults for a Flink version: those for it and newer ones from the oldest on, then those for exactly it. */
function versionPrefixes(config: OperatorConfig, release: OperatorRelease, flinkVersion: string): string[] {
  const { flinkVersions } = release;
  const own = flinkVersions.indexOf(flinkVersion);
  const since = new Set(
    Object.keys(config).flatMap((key) => {
      const [, version, plus] = VERSIONED.exec(key) ?? [];
      return plus === '+' ? [flinkVersions.indexOf(version!)] : [];
    }),
  );
  const older = release.isAtLeast('1.11')
    ? [...since].filter((index) => index >= 0 && index <= own).sort((a, b) => a - b)
    : [];
  return [
    ...older.map((index) => `${DEFAULTS}flink-version.${flinkVersions[index]}+.`),
    `${DEFAULTS}flink-version.${flinkVersion}.`,
  ];
}
