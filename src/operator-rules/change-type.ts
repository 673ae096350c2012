import { type OperatorRelease } from './operator-release';
import { type FlatOptions } from './reading/options';
import { readResource } from './reading/read-resource';
import { type AnyResource, type DeploymentSpec, type JobSpec, type SessionJobSpec } from './reading/specs';
import { isSameValue } from './same-value';

/** Weakest first. The type of a change is that of its strongest part. */
const STRENGTH = ['IGNORE', 'SCALE', 'UPGRADE', 'SAVEPOINT_REDEPLOY'] as const;
type Change = (typeof STRENGTH)[number];

type Mode = 'native' | 'standalone';

/** Prefixes of the keys that need no new deployment. The operator compares strings, not parts of keys. */
const SETTINGS = ['job.autoscaler', 'parallelism.default', 'kubernetes.operator'];
const OVERRIDES = 'pipeline.jobvertex-parallelism-overrides';

export interface ChangeSurroundings {
  readonly release: OperatorRelease;
  /** The cluster of a session job, whose mode decides about the change. */
  readonly session?: unknown;
}

class Comparison {
  private strongest = 0;

  public constructor(
    private readonly mode: Mode,
    private readonly release: OperatorRelease,
  ) {}

  public get type(): Change {
    return STRENGTH[this.strongest]!;
  }

  public deployment(before: DeploymentSpec, after: DeploymentSpec): this {
    this.common(before, after);
    for (const field of [
      'image',
      'imagePullPolicy',
      'serviceAccount',
      'flinkVersion',
      'ingress',
      'logConfiguration',
      'mode',
      'podTemplate',
    ] as const) {
      this.field(before[field], after[field], 'UPGRADE');
    }
    this.field(before.jobManager, after.jobManager, 'UPGRADE');
    this.taskManager(before.taskManager, after.taskManager);
    return this;
  }

  public sessionJob(before: SessionJobSpec, after: SessionJobSpec): this {
    this.common(before, after);
    this.field(before.deploymentName, after.deploymentName, 'UPGRADE');
    return this;
  }

  private common(before: SessionJobSpec | DeploymentSpec, after: SessionJobSpec | DeploymentSpec): void {
    this.nonce(before.restartNonce, after.restartNonce, 'UPGRADE');
    this.options(before.flinkConfiguration, after.flinkConfiguration);
    if (before.job === null || after.job === null) this.field(before.job, after.job, 'UPGRADE');
    else this.job(before.job, after.job);
  }

  /** The other fields are read at the next deployment, or request something that is not a deployment. */
  private job(before: JobSpec, after: JobSpec): void {
    this.nonce(before.savepointRedeployNonce, after.savepointRedeployNonce, 'SAVEPOINT_REDEPLOY');
    this.field(before.parallelism, after.parallelism, this.mode === 'standalone' ? 'SCALE' : 'UPGRADE');
    for (const field of ['jarURI', 'entryClass', 'args', 'state'] as const) {
      this.field(before[field], after[field], 'UPGRADE');
    }
  }

  private taskManager(before: DeploymentSpec['taskManager'], after: DeploymentSpec['taskManager']): void {
    if (before !== null && after !== null) {
      this.field(before.replicas, after.replicas, this.mode === 'standalone' ? 'SCALE' : 'UPGRADE');
      this.field({ ...before, replicas: null }, { ...after, replicas: null }, 'UPGRADE');
    } else {
      this.field(before, after, 'UPGRADE');
    }
  }

  private options(before: FlatOptions | null, after: FlatOptions | null): void {
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      this.field(before?.get(key) ?? null, after?.get(key) ?? null, this.typeOfOption(key));
    }
  }

  private typeOfOption(key: string): Change {
    if (SETTINGS.some((prefix) => key.startsWith(prefix))) return 'IGNORE';
    return this.mode === 'native' && key.startsWith(OVERRIDES) ? 'SCALE' : 'UPGRADE';
  }

  /** A nonce that is set to null requests nothing, except in old releases. */
  private nonce(before: number | null, after: number | null, type: Change): void {
    if (after !== null || !this.release.can('ignoresRemovedNonces')) this.field(before, after, type);
  }

  private field(before: unknown, after: unknown, type: Change): void {
    if (!isSameValue(before, after)) this.add(type);
  }

  private add(type: Change): void {
    this.strongest = Math.max(this.strongest, STRENGTH.indexOf(type));
  }
}

function deploymentChange(before: DeploymentSpec, after: DeploymentSpec, release: OperatorRelease, mode: Mode): Change {
  return new Comparison(mode, release).deployment(before, after).type;
}

/** Fields that are only read at the next deployment still count as a difference. */
function blueGreenChange(before: DeploymentSpec, after: DeploymentSpec, release: OperatorRelease): string {
  const [was, is] = [before.job?.state, after.job?.state];
  if (was !== is && (was === 'running' || was === 'suspended')) {
    return is === 'suspended' ? 'SUSPEND' : 'RESUME';
  }
  const type = deploymentChange(before, after, release, 'native');
  switch (type) {
    case 'SAVEPOINT_REDEPLOY':
      return type;
    case 'IGNORE':
      return isSameValue(withOptions(before), withOptions(after)) ? 'IGNORE' : 'PATCH_CHILD';
    default:
      return 'TRANSITION';
  }
}

/** The spec with its options as an object, which can be compared. */
function withOptions({ flinkConfiguration, ...rest }: DeploymentSpec): object {
  return { ...rest, flinkConfiguration: flinkConfiguration === null ? null : Object.fromEntries(flinkConfiguration) };
}

/**
 * The effect of a change on a running job, by the operator's own comparison; `undefined` if one of the two resources
 * cannot be read, or if they are of different kinds.
 */
export function changeOf(
  previous: unknown,
  resource: unknown,
  { release, session }: ChangeSurroundings,
): string | undefined {
  const ignore = () => {};
  const read = (given: unknown): AnyResource | undefined => readResource(given, release, ignore)?.resource;
  const [before, after] = [read(previous), read(resource)];
  if (before?.spec === null || after?.spec === null) {
    return undefined;
  }
  if (before?.kind === 'FlinkDeployment' && after?.kind === 'FlinkDeployment') {
    return deploymentChange(before.spec, after.spec, release, after.spec.mode ?? 'native');
  }
  if (before?.kind === 'FlinkSessionJob' && after?.kind === 'FlinkSessionJob') {
    const cluster = read(session);
    const mode = cluster?.kind === 'FlinkDeployment' ? (cluster.spec?.mode ?? 'native') : 'native';
    return new Comparison(mode, release).sessionJob(before.spec, after.spec).type;
  }
  if (before?.kind === 'FlinkBlueGreenDeployment' && after?.kind === 'FlinkBlueGreenDeployment') {
    const [was, is] = [before.spec.template?.spec, after.spec.template?.spec];
    return was && is ? blueGreenChange(was, is, release) : undefined;
  }
  return undefined;
}
