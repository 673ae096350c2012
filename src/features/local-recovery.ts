import { type Size } from 'cdk8s';
import { readOptions } from './read-options';
import { CLAIM_FIELDS, claimSpec } from './volume-claim';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';

/** Options of one PersistentVolumeClaim per TaskManager, which is reattached to the pod with the same ordinal. */
export interface LocalRecoveryClaimOptions {
  /** Size of each volume. */
  readonly size: Size;
  /**
   * Name of an existing StorageClass.
   * @default - the default StorageClass of the Kubernetes cluster
   */
  readonly storageClassName?: string;
  /**
   * The mount path, which is also the working directory of the TaskManagers.
   * @default '/pv'
   */
  readonly mountPath?: string;
}

/**
 * A copy of the last checkpoint on the disks of the TaskManagers, so that a job recovers without reading all of it over
 * the network.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/large_state_tuning/#task-local-recovery
 */
export class LocalRecovery implements IFlinkFeature {
  /**
   * Stores the copies on volumes that outlive the pods. The TaskManagers run in a StatefulSet.
   *
   * Requires Flink 1.15 and standalone mode.
   */
  public static persistentVolumeClaims(options: LocalRecoveryClaimOptions): LocalRecovery {
    return new LocalRecovery((context) => recoveryOnClaims(options, context));
  }

  /** Stores the copies in the pods: they help if a task fails, and are lost with the pod. */
  public static podStorage(): LocalRecovery {
    return new LocalRecovery(({ version }) => ({ configuration: recovery(version) }));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

/** Name and mount path of the claim in the Flink documentation. */
const CLAIM = 'pv';
const CLAIM_PATH = '/pv';

function recoveryOnClaims(given: LocalRecoveryClaimOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, CLAIM_FIELDS, 'localRecovery', ['size']);
  const { mountPath = CLAIM_PATH } = options;
  return {
    configuration: { ...recovery(version), [Keys.TASK_MANAGER_WORKING_DIR]: mountPath },
    taskManager: { volumeMounts: [{ name: CLAIM, mountPath }] },
    taskManagerVolumeClaims: [{ metadata: { name: CLAIM }, spec: claimSpec(options) }],
    problems,
  };
}

/** The option that enables the copies, or the two that enable writing and reading them. */
function recovery(version: FlinkVersion): { [key: string]: unknown } {
  return version._can('separatesLocalBackup')
    ? { 'execution.checkpointing.local-backup.enabled': true, 'execution.state-recovery.from-local': true }
    : { 'state.backend.local-recovery': true };
}
