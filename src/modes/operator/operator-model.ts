import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type OperatorRelease } from '../../operator-rules/operator-release';
import { type BlueGreenOptions } from '../../props/blue-green-options';
import { type OperatorModeOptions } from '../../props/operator-options';

/** A cluster as the operator is told of it. */
export interface OperatorModel extends ClusterModel {
  readonly operator: Partial<OperatorModeOptions>;
  /** The release of the operator; the newest stable one where the text names none, which is an error by then. */
  readonly release: OperatorRelease;
  /** How one colour follows the other; absent where there is one cluster. */
  readonly blueGreen?: BlueGreenOptions;
}

/** A FlinkDeployment as the operator reads it, and the cluster that it was made from. */
export interface OperatorDeployment {
  readonly cluster: OperatorModel;
  /** Its `spec`, with flat options. */
  readonly spec: ManifestJson & { readonly flinkConfiguration: { readonly [key: string]: string } };
}
