import { type CapabilityName, isAtLeast, isCapable } from './releases';

/** What the library knows of a release line. */
interface Release {
  /** The last patch with an official image; absent if there is none yet. */
  readonly lastPatch?: number;
}

/**
 * The releases that this library knows, oldest first.
 *
 * @see https://github.com/apache/flink-docker
 */
const RELEASES: { readonly [minor: string]: Release } = {
  '1.11': { lastPatch: 6 },
  '1.12': { lastPatch: 7 },
  '1.13': { lastPatch: 6 },
  '1.14': { lastPatch: 6 },
  '1.15': { lastPatch: 4 },
  '1.16': { lastPatch: 3 },
  '1.17': { lastPatch: 2 },
  '1.18': { lastPatch: 1 },
  '1.19': { lastPatch: 3 },
  '1.20': { lastPatch: 4 },
  '2.0': { lastPatch: 2 },
  '2.1': { lastPatch: 2 },
  '2.2': { lastPatch: 1 },
  '2.3': {},
};
const OLDEST = '1.11';

const GRAMMAR = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(-[0-9A-Za-z.-]+)?$/;

/**
 * A Flink release line or one exact release. It determines file names, option names, arguments and the default image.
 *
 * A release that this library does not know yet is treated as the newest known one, and needs an explicit image.
 * An invalid or unsupported version does not throw; the cluster reports it with the path of the property.
 *
 * @see https://flink.apache.org/downloads/
 */
export class FlinkVersion {
  /** Flink 1.11. */
  public static readonly V1_11 = FlinkVersion.of('1.11');
  /** Flink 1.12. */
  public static readonly V1_12 = FlinkVersion.of('1.12');
  /** Flink 1.13. */
  public static readonly V1_13 = FlinkVersion.of('1.13');
  /** Flink 1.14. */
  public static readonly V1_14 = FlinkVersion.of('1.14');
  /** Flink 1.15. */
  public static readonly V1_15 = FlinkVersion.of('1.15');
  /** Flink 1.16. */
  public static readonly V1_16 = FlinkVersion.of('1.16');
  /** Flink 1.17. */
  public static readonly V1_17 = FlinkVersion.of('1.17');
  /** Flink 1.18. */
  public static readonly V1_18 = FlinkVersion.of('1.18');
  /** Flink 1.19. */
  public static readonly V1_19 = FlinkVersion.of('1.19');
  /** Flink 1.20, the long-term support release of Flink 1. */
  public static readonly V1_20 = FlinkVersion.of('1.20');
  /** Flink 2.0. */
  public static readonly V2_0 = FlinkVersion.of('2.0');
  /** Flink 2.1. */
  public static readonly V2_1 = FlinkVersion.of('2.1');
  /** Flink 2.2. */
  public static readonly V2_2 = FlinkVersion.of('2.2');
  /** Flink 2.3, which needs an explicit image, because no official one is published yet. */
  public static readonly V2_3 = FlinkVersion.of('2.3');

  /**
   * Returns any release, whether the library knows it or not.
   *
   * @param version A release line (`1.20`, with its last published patch) or one release (`1.20.3`)
   */
  public static of(version: string): FlinkVersion {
    return new FlinkVersion(version);
  }

  /** The version as it was written. */
  public readonly version: string;
  /** The first number; 0 if the version is invalid. */
  public readonly majorVersion: number;
  /** The second number; 0 if the version is invalid. */
  public readonly minorVersion: number;
  /** The release line, such as `1.20`. */
  public readonly releaseLine: string;
  /** @internal */
  public readonly _patch?: number;
  /** @internal */
  public readonly _isVersion: boolean;

  private constructor(version: string) {
    const match = typeof version === 'string' ? GRAMMAR.exec(version) : null;
    this.version = version;
    this._isVersion = match !== null;
    this.majorVersion = Number(match?.[1] ?? 0);
    this.minorVersion = Number(match?.[2] ?? 0);
    this.releaseLine = `${this.majorVersion}.${this.minorVersion}`;
    this._patch = match?.[3] === undefined ? undefined : Number(match[3]);
  }

  /**
   * The name of Flink's configuration file in this release: `flink-conf.yaml` up to 1.18, `config.yaml` from 1.19 on.
   */
  public get configFileName(): string {
    return this._usesStandardYaml ? 'config.yaml' : 'flink-conf.yaml';
  }

  /** The official image of this release, or of the last patch of a release line; `undefined` if none is published. */
  public get defaultImage(): string | undefined {
    const release = RELEASES[this.releaseLine];
    const patch = release?.lastPatch === undefined ? undefined : (this._patch ?? release.lastPatch);
    return patch === undefined ? undefined : `flink:${this.releaseLine}.${patch}`;
  }

  /**
   * Whether Flink reads its configuration file as standard YAML.
   * @internal
   */
  public get _usesStandardYaml(): boolean {
    return this._can('readsStandardYaml');
  }

  /** @internal */
  public get _isSupported(): boolean {
    return this._isAtLeast(OLDEST);
  }

  /** @internal */
  public get _isUnknown(): boolean {
    return !Object.hasOwn(RELEASES, this.releaseLine);
  }

  /**
   * Whether this release has a capability.
   * @internal
   */
  public _can(capability: CapabilityName): boolean {
    return isCapable(this, capability);
  }

  /** @internal */
  public _isAtLeast(line: string): boolean {
    return isAtLeast(this, line);
  }
}
