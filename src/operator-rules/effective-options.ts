import { type OperatorRelease } from './operator-release';
import { type FlatOptions } from './reading/options';
import { lookup } from '../configuration/catalogue/lookup';
import { FlinkVersion } from '../configuration/flink-version';

const DEFAULTS = 'kubernetes.operator.default-configuration.';
const VERSIONED = /^kubernetes\.operator\.default-configuration\.flink-version\.(v\d+_\d+)(\+?)\./;

/** An option that is set, under the name that it has there. */
export interface FoundOption {
  readonly key: string;
  readonly text: string;
  /** The property that sets it. */
  readonly property: string;
}

/** The configuration of the operator itself, as far as it concerns resources. */
export type OperatorConfig = { readonly [key: string]: string };

/**
 * The options that the operator's rules read: its own configuration, its defaults for the namespace and the Flink
 * version, and the options of the resources, each of which overrides those before it.
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

  /** The Flink that the operator itself is built with, which reads the values. */
  public get flink(): FlinkVersion {
    return this.ownFlink;
  }

  /** Adds the options of a resource, which override the others. `path` is the property that contains them. */
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

  /** The option under the first of these names that is set. */
  public find(...names: readonly string[]): FoundOption | undefined {
    const name = names.find((key) => this.found.has(key));
    return name === undefined ? undefined : this.found.get(name);
  }

  /**
   * An option of Flink under any of the names that the operator's own Flink knows, the newest first. `keys` are the
   * current names of the option in different releases.
   */
  public findFlink(...keys: readonly string[]): FoundOption | undefined {
    const { key, names } = this.flinkNames(keys);
    return this.find(key, ...names);
  }

  /** The name of an option in the operator's own Flink. */
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
        const name = key.slice(prefix.length);
        this.found.set(name, { key: name, text, property: `operatorConfiguration.${key}` });
      }
    }
  }
}

/** Prefixes of the defaults for a Flink version: for it and newer ones, oldest first, then for this version only. */
function versionPrefixes(config: OperatorConfig, release: OperatorRelease, flinkVersion: string): string[] {
  const { flinkVersions } = release;
  const own = flinkVersions.indexOf(flinkVersion);
  const since = new Set(
    Object.keys(config).flatMap((key) => {
      const [, version, plus] = VERSIONED.exec(key) ?? [];
      return plus === '+' ? [flinkVersions.indexOf(version!)] : [];
    }),
  );
  const older = release.can('readsDefaultsForNewerFlink')
    ? [...since].filter((index) => index >= 0 && index <= own).sort((a, b) => a - b)
    : [];
  return [
    ...older.map((index) => `${DEFAULTS}flink-version.${flinkVersions[index]}+.`),
    `${DEFAULTS}flink-version.${flinkVersion}.`,
  ];
}
