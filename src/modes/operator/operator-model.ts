import { type ClusterModel } from '../../model/cluster-model';
import { type OperatorModeOptions } from '../../model/operator-options';

/** A cluster as the operator is told of it. */
export interface OperatorModel extends ClusterModel {
  readonly operator: Partial<OperatorModeOptions>;
  /** Whether the operator's release has what this one brought. */
  readonly isAtLeast: (release: string) => boolean;
}
