import { type EffectiveOptions, type OperatorConfig } from '../effective-options';
import { type OperatorRelease } from '../operator-release';
import { type DeploymentSpec, type ReadResource } from '../reading/specs';

/** What the rules may know beside the resource. */
export interface Surroundings {
  readonly release: OperatorRelease;
  readonly config: OperatorConfig;
  /** The addresses of a host name, none where it has none; left out where nobody can be asked. */
  readonly resolve?: (host: string) => readonly string[];
}

/** All that a check of a FlinkDeployment looks at. */
export interface DeploymentContext extends Surroundings {
  readonly resource: ReadResource<DeploymentSpec>;
  readonly spec: DeploymentSpec;
  readonly options: EffectiveOptions;
  /** The spec that was deployed last. */
  readonly previous?: DeploymentSpec;
}
