import { type CapabilityName, isCapable } from './releases';

/** What a release of Flink can do and how it wants its files, as far as manifests depend on it. */
interface Release {
  /** Last patch with an image in the official repository; `undefined` where none has been seen. */
  readonly lastPatch?: number;
}

/**
 * The releases this library knows, oldest first.
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

/** Lines that were asked for, in numbers: of hundreds of questions a cluster, nearly all are about the same few. */
const LINES = new Map<string, { readonly major: number; readonly minor: number }>();

function numbersOf(line: string): { readonly major: number; readonly minor: number } {
  const known = LINES.get(line);
  if (known !== undefined) {
    return known;
  }
  const [major, minor] = line.split('.').map(Number) as [number, number];
  LINES.set(line, { major, minor });
  return { major, minor };
}

const GRAMMAR = /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(-[0-9A-Za-z.-]+)?$/;

/**
 * A Flink release line or one exact release; decides file names, option names, arguments and the default image.
 *
 * An open set: a release that this library does not know yet behaves like the newest known one, and needs an explicit image.
 * Never throws: a malformed or unsupported text is reported by the cluster that it is given to, with the path of the property.
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
  /** Flink 1.20, the long-term release of the first generation. */
  public static readonly V1_20 = FlinkVersion.of('1.20');
  /** Flink 2.0. */
  public static readonly V2_0 = FlinkVersion.of('2.0');
  /** Flink 2.1. */
  public static readonly V2_1 = FlinkVersion.of('2.1');
  /** Flink 2.2. */
  public static readonly V2_2 = FlinkVersion.of('2.2');
  /** Flink 2.3; no image has been published for it yet, so it needs an explicit one. */
  public static readonly V2_3 = FlinkVersion.of('2.3');

  /**
   * Any release, known or not.
   *
   * @param version A release line (`1.20`: its last published patch) or one release (`1.20.3`)
   */
  public static of(version: string): FlinkVersion {
    return new FlinkVersion(version);
  }

  /** The text that the version was made from. */
  public readonly version: string;
  /** The first number; 0 when the text is not a version. */
  public readonly majorVersion: number;
  /** The second number; 0 when the text is not a version. */
  public readonly minorVersion: number;
  /** The release line, such as `1.20`. */
  public readonly releaseLine: string;
  /** @internal */
  public readonly _patch?: number;
  /** @internal */
  public readonly _isVersion: boolean;
  /** @internal */
  public readonly _usesStandardYaml: boolean;

  private constructor(version: string) {
    const match = typeof version === 'string' ? GRAMMAR.exec(version) : null;
    this.version = version;
    this._isVersion = match !== null;
    this.majorVersion = Number(match?.[1] ?? 0);
    this.minorVersion = Number(match?.[2] ?? 0);
    this.releaseLine = `${this.majorVersion}.${this.minorVersion}`;
    this._patch = match?.[3] === undefined ? undefined : Number(match[3]);
    this._usesStandardYaml = this._isAtLeast('1.19');
  }

  /** The name of Flink's configuration file in this release: `flink-conf.yaml` up to 1.18, `config.yaml` from 1.19 on. */
  public get configFileName(): string {
    return this._usesStandardYaml ? 'config.yaml' : 'flink-conf.yaml';
  }

  /** The official image of this release, of its last published patch when only the line is given; `undefined` where none is published. */
  public get defaultImage(): string | undefined {
    const release = RELEASES[this.releaseLine];
    const patch = release?.lastPatch === undefined ? undefined : (this._patch ?? release.lastPatch);
    return patch === undefined ? undefined : `flink:${this.releaseLine}.${patch}`;
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
    const { major, minor } = numbersOf(line);
    return this.majorVersion > major || (this.majorVersion === major && this.minorVersion >= minor);
  }
}
