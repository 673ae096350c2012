/** The names by which CRs call the Flink releases, oldest first. */
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

/** What of a release line differs from the line before it. */
interface Line {
  readonly line: string;
  /** The newest Flink that the operator's classes can name. */
  readonly newestFlink: string;
  /** The newest Flink that its CRD can name, where that is another one: the API server reads the CRD. */
  readonly newestInCrd?: string;
  /** The Flink whose classes the operator itself reads options with. */
  readonly ownFlink: string;
  /** The newest Flink that the operator calls deprecated. */
  readonly deprecatedFlink?: string;
}

/**
 * Oldest first; a release in between behaves as the last one before it, and a newer one as the newest.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/
 */
const LINES: readonly Line[] = [
  { line: '1.0', newestFlink: 'v1_16', ownFlink: '1.15' },
  { line: '1.4', newestFlink: 'v1_17', ownFlink: '1.16' },
  { line: '1.6', newestFlink: 'v1_18', ownFlink: '1.17' },
  { line: '1.7', newestFlink: 'v1_19', ownFlink: '1.17' },
  { line: '1.8', newestFlink: 'v1_19', ownFlink: '1.18', deprecatedFlink: 'v1_14' },
  { line: '1.10', newestFlink: 'v1_20', ownFlink: '1.19', deprecatedFlink: 'v1_15' },
  { line: '1.11', newestFlink: 'v2_0', ownFlink: '1.20', deprecatedFlink: 'v1_16' },
  { line: '1.13', newestFlink: 'v2_2', ownFlink: '1.20', deprecatedFlink: 'v1_18' },
  { line: '1.15', newestFlink: 'v2_4', newestInCrd: 'v2_2', ownFlink: '1.20', deprecatedFlink: 'v1_18' },
  { line: '1.16', newestFlink: 'v2_4', ownFlink: '1.20', deprecatedFlink: 'v1_18' },
];

const GRAMMAR = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?(?:-[0-9A-Za-z.-]+)?$/;

/** The release that is meant where none is named. */
export const DEFAULT_OPERATOR_VERSION = '1.15.0';

/** What one release of the operator can do, as far as its rules depend on it. */
export class OperatorRelease {
  /** Reads `1.15.0`, `1.15` or `1.16-SNAPSHOT`; nothing where the text is no version. */
  public static parse(version: unknown): OperatorRelease | undefined {
    const match = typeof version === 'string' ? GRAMMAR.exec(version) : null;
    return match === null ? undefined : new OperatorRelease(version as string, Number(match[1]), Number(match[2]));
  }

  /** The Flink versions that its classes can name, oldest first. */
  public readonly flinkVersions: readonly string[];
  /** Those that its CRD lets pass. */
  public readonly crdFlinkVersions: readonly string[];
  /** Those that it calls deprecated. */
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
    this.crdFlinkVersions = upTo(line.newestInCrd ?? line.newestFlink);
    this.deprecatedFlinkVersions = line.deprecatedFlink === undefined ? [] : upTo(line.deprecatedFlink);
    this.ownFlink = line.ownFlink;
  }

  /** Whether this is the release line or a later one. */
  public isAtLeast(line: string): boolean {
    const [major, minor] = line.split('.').map(Number) as [number, number];
    return this.major > major || (this.major === major && this.minor >= minor);
  }
}

function upTo(newest: string): readonly string[] {
  return FLINK_VERSIONS.slice(0, FLINK_VERSIONS.findIndex((version) => version === newest) + 1);
}

/** Whether a CR's `v1_18` is the given version or a later one. */
export function isFlinkAtLeast(version: string, other: string): boolean {
  return FLINK_VERSIONS.findIndex((known) => known === version) >= FLINK_VERSIONS.findIndex((known) => known === other);
}
