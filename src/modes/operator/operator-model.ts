import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type OperatorRelease } from '../../operator-rules/operator-release';
import { type BlueGreenOptions } from '../../props/blue-green-options';
import { type OperatorModeOptions } from '../../props/operator-options';

/** A cluster with the settings of the operator. */
export interface OperatorModel extends ClusterModel {
  readonly operator: Partial<OperatorModeOptions>;
  /** The release of the operator; the newest stable one if the version is not valid, which is reported elsewhere. */
  readonly release: OperatorRelease;
  /** How a blue/green deployment switches over; absent for a single cluster. */
  readonly blueGreen?: BlueGreenOptions;
}

/** A FlinkDeployment as the operator reads it, and its cluster. */
export interface OperatorDeployment {
  readonly cluster: OperatorModel;
  /** The `spec`, with flat options. */
  readonly spec: ManifestJson & { readonly flinkConfiguration: { readonly [key: string]: string } };
}
