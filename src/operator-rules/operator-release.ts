import { OPERATOR_CAPABILITIES, type OperatorCapability } from './operator-capabilities';
import { FlinkVersion } from '../configuration/flink-version';
import { type Capability } from '../configuration/releases';

/** The names of the Flink releases in resources, oldest first. */
const FLINK_VERSIONS = [
  'v1_13',
  'v1_14',
  'v1_15',
  'v1_16',
  'v1_17',
  'v1_18',
  'v1_19',
  'v1_20',
  'v2_0',
  'v2_1',
  'v2_2',
  'v2_3',
  'v2_4',
] as const;

/** The Flink versions of a release line, where they differ from those of the line before it. */
interface Line {
  readonly line: string;
  /** The newest Flink that the operator's classes know. */
  readonly newestFlink: string;
  /** The newest Flink in its resource definition, if that is another one: the API server reads the definition. */
  readonly newestInDefinition?: string;
  /** The oldest Flink that the validator accepts; absent if it accepts all that the classes know. */
  readonly oldestFlink?: string;
  /** The Flink that the operator is built with, which reads its options. */
  readonly ownFlink: string;
  /** The newest Flink that the operator marks as deprecated. */
  readonly deprecatedFlink?: string;
}

/**
 * Oldest first. A release in between behaves like the last one before it, and a newer one like the newest.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
 */
const LINES: readonly Line[] = [
  { line: '1.0', newestFlink: 'v1_16', ownFlink: '1.15' },
  { line: '1.4', newestFlink: 'v1_17', ownFlink: '1.16' },
  { line: '1.6', newestFlink: 'v1_18', ownFlink: '1.17' },
  { line: '1.7', newestFlink: 'v1_19', ownFlink: '1.17' },
  { line: '1.8', newestFlink: 'v1_19', ownFlink: '1.18', deprecatedFlink: 'v1_14' },
  { line: '1.9', newestFlink: 'v1_19', oldestFlink: 'v1_15', ownFlink: '1.18', deprecatedFlink: 'v1_14' },
  { line: '1.10', newestFlink: 'v1_20', oldestFlink: 'v1_15', ownFlink: '1.19', deprecatedFlink: 'v1_15' },
  { line: '1.11', newestFlink: 'v2_0', oldestFlink: 'v1_15', ownFlink: '1.20', deprecatedFlink: 'v1_16' },
  { line: '1.13', newestFlink: 'v2_2', oldestFlink: 'v1_15', ownFlink: '1.20', deprecatedFlink: 'v1_18' },
  {
    line: '1.15',
    newestFlink: 'v2_4',
    newestInDefinition: 'v2_2',
    oldestFlink: 'v1_15',
    ownFlink: '1.20',
    deprecatedFlink: 'v1_18',
  },
  { line: '1.16', newestFlink: 'v2_4', oldestFlink: 'v1_15', ownFlink: '1.20', deprecatedFlink: 'v1_18' },
];

const GRAMMAR = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?(?:-[0-9A-Za-z.-]+)?$/;

/** The release that is assumed if none is given. */
export const DEFAULT_OPERATOR_VERSION = '1.15.0';

/** A release of the operator, and what it can do. */
export class OperatorRelease {
  /** Reads `1.15.0`, `1.15` or `1.16-SNAPSHOT`; `undefined` if the string is not a version. */
  public static parse(version: unknown): OperatorRelease | undefined {
    const match = typeof version === 'string' ? GRAMMAR.exec(version) : null;
    return match === null ? undefined : new OperatorRelease(version as string, Number(match[1]), Number(match[2]));
  }

  /** The Flink versions that its classes know, oldest first. */
  public readonly flinkVersions: readonly string[];
  /** The Flink versions that its resource definition contains. */
  public readonly definedFlinkVersions: readonly string[];
  /** The Flink versions that its validator accepts, oldest first. */
  public readonly supportedFlinkVersions: readonly string[];
  /** The Flink versions that it marks as deprecated. */
  public readonly deprecatedFlinkVersions: readonly string[];
  /** The release line of the Flink that it reads options with. */
  public readonly ownFlink: string;

  private constructor(
    public readonly version: string,
    private readonly major: number,
    private readonly minor: number,
  ) {
    const line = [...LINES].reverse().find((known) => this.isAtLeast(known.line)) ?? LINES[0]!;
    this.flinkVersions = upTo(line.newestFlink);
    this.definedFlinkVersions = upTo(line.newestInDefinition ?? line.newestFlink);
    this.supportedFlinkVersions = this.flinkVersions.slice(this.flinkVersions.indexOf(line.oldestFlink ?? 'v1_13'));
    this.deprecatedFlinkVersions = line.deprecatedFlink === undefined ? [] : upTo(line.deprecatedFlink);
    this.ownFlink = line.ownFlink;
  }

  /** Whether this release has a capability. */
  public can(capability: OperatorCapability): boolean {
    return this.isWithin(OPERATOR_CAPABILITIES[capability]);
  }

  /** Whether this release has what came with the release line `since` and was removed with `until`. */
  public isWithin({ since, until }: Pick<Capability, 'since' | 'until'>): boolean {
    return (since === undefined || this.isAtLeast(since)) && !(until !== undefined && this.isAtLeast(until));
  }

  private isAtLeast(line: string): boolean {
    const [major, minor] = line.split('.').map(Number) as [number, number];
    return this.major > major || (this.major === major && this.minor >= minor);
  }
}

function upTo(newest: string): readonly string[] {
  return FLINK_VERSIONS.slice(0, FLINK_VERSIONS.findIndex((version) => version === newest) + 1);
}

/** The Flink release of a resource's `v1_18`. */
export function flinkOf(flinkVersion: string): FlinkVersion {
  return FlinkVersion.of(flinkVersion.replace(/^v/, '').replace('_', '.'));
}
