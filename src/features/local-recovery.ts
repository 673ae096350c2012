import { type Size } from 'cdk8s';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../model/contribution';
import { lazily } from '../validation/lazily';

/** A volume of its own for each TaskManager, which a new pod of the same number finds again. */
export interface LocalRecoveryClaimOptions {
  /** Size of each volume. */
  readonly size: Size;
  /**
   * Class of the storage, which must exist.
   * @default - the default class of the Kubernetes cluster
   */
  readonly storageClassName?: string;
  /**
   * Where the volume is mounted: the working directory of the TaskManagers.
   * @default '/pv'
   */
  readonly mountPath?: string;
}

const bound = lazily(() => require('./local-disk-options') as typeof import('./local-disk-options'));

/**
 * A copy of the last checkpoint on the TaskManagers' disks, so that a job recovers without reading all of it over the network.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/large_state_tuning/#task-local-recovery
 */
export class LocalRecovery implements IFlinkFeature {
  /** Copies on volumes that outlive the pods; makes the TaskManagers a StatefulSet. From Flink 1.15 on, in standalone mode. */
  public static onVolumeClaims(options: LocalRecoveryClaimOptions): LocalRecovery {
    return new LocalRecovery((context) => bound().recoveryOnClaims(options, context));
  }

  /** Copies that live as long as the pod: of use when a task fails, not when its pod is lost. */
  public static inPods(): LocalRecovery {
    return new LocalRecovery((context) => bound().recoveryInPods(context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}
