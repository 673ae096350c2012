import { EffectiveOptions, type OperatorConfig } from '../effective-options';
import { type OperatorRelease } from '../operator-release';
import {
  type AnyResource,
  type BlueGreenSpec,
  type DeploymentSpec,
  type ReadResource,
  type SessionJobSpec,
  type SnapshotSpec,
} from '../reading/specs';

/** What the rules know in addition to the resource. */
export interface Surroundings {
  readonly release: OperatorRelease;
  readonly config: OperatorConfig;
  /** The addresses of a host name, none if it has none. Absent if there is no name service. */
  readonly resolve?: (host: string) => readonly string[];
}

/** The context of the rules for a FlinkDeployment. */
export interface DeploymentContext extends Surroundings {
  readonly resource: ReadResource<DeploymentSpec>;
  readonly spec: DeploymentSpec;
  readonly options: EffectiveOptions;
  /** The spec that was deployed last. */
  readonly previous?: DeploymentSpec;
}

/** The context of the rules for a FlinkSessionJob. */
export interface SessionJobContext extends Surroundings {
  readonly resource: ReadResource<SessionJobSpec>;
  readonly spec: SessionJobSpec;
  /** The spec that was deployed last. */
  readonly previous?: SessionJobSpec;
  /** Its cluster, if that is known. Only then does the operator validate the job. */
  readonly session?: SessionOfJob;
}

/** The session cluster of a FlinkSessionJob. */
export interface SessionOfJob {
  readonly resource: ReadResource<DeploymentSpec>;
  /** The options of the operator, of the cluster and of the job. */
  readonly options: EffectiveOptions;
}

/** The context of the rules for a FlinkStateSnapshot. */
export interface SnapshotContext extends Surroundings {
  readonly resource: ReadResource<SnapshotSpec>;
  readonly spec: SnapshotSpec;
  /** The job of the snapshot, if it exists. */
  readonly target?: AnyResource;
}

/** The context of the rules for a FlinkBlueGreenDeployment. */
export interface BlueGreenContext extends Surroundings {
  readonly resource: ReadResource<BlueGreenSpec>;
  readonly spec: BlueGreenSpec;
}

/** Whether a cluster is in standalone mode. Null is native mode. */
export function isStandalone({ mode }: DeploymentSpec): boolean {
  return mode === 'standalone';
}

/** The context for a FlinkDeployment, with its effective options. `path` is the property that contains its options. */
export function deploymentContext(
  resource: ReadResource<DeploymentSpec>,
  surroundings: Surroundings,
  previous?: DeploymentSpec,
  path = 'spec.flinkConfiguration',
): DeploymentContext {
  const { release, config } = surroundings;
  const spec = resource.spec!;
  const options = new EffectiveOptions(release, config, resource.namespace, spec.flinkVersion);
  return { ...surroundings, resource, spec, options: options.add(spec.flinkConfiguration, path), previous };
}

/** The context for a FlinkSessionJob. */
export function sessionJobContext(
  resource: ReadResource<SessionJobSpec>,
  surroundings: Surroundings,
  previous?: SessionJobSpec,
  cluster?: ReadResource<DeploymentSpec>,
): SessionJobContext {
  const { release, config } = surroundings;
  const spec = resource.spec!;
  const context = { ...surroundings, resource, spec, previous };
  if (cluster === undefined) {
    return context;
  }
  const options = new EffectiveOptions(release, config, resource.namespace, cluster.spec?.flinkVersion ?? null)
    .add(cluster.spec?.flinkConfiguration ?? null, 'session.spec.flinkConfiguration')
    .add(release.can('readsSessionJobOptions') ? spec.flinkConfiguration : null, 'spec.flinkConfiguration');
  return { ...context, session: { resource: cluster, options } };
}

/** The context for the clusters that a FlinkBlueGreenDeployment creates; `undefined` if its template has no job. */
export function childContext({ resource, spec, ...surroundings }: BlueGreenContext): DeploymentContext | undefined {
  const template = spec.template?.spec ?? null;
  if (template === null || template.job === null) {
    return undefined;
  }
  const child = { ...resource, kind: 'FlinkDeployment', spec: template };
  return deploymentContext(child, surroundings, undefined, 'spec.template.spec.flinkConfiguration');
}
