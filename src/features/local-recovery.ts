import { type Size } from 'cdk8s';
import { CLAIM_FIELDS, claimSpec } from './local-disk';
import { readOptions } from './read-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';

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

/**
 * A copy of the last checkpoint on the TaskManagers' disks, so that a job recovers without reading all of it over the network.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/large_state_tuning/#task-local-recovery
 */
export class LocalRecovery implements IFlinkFeature {
  /** Copies on volumes that outlive the pods; makes the TaskManagers a StatefulSet. From Flink 1.15 on, in standalone mode. */
  public static persistentVolumeClaims(options: LocalRecoveryClaimOptions): LocalRecovery {
    return new LocalRecovery((context) => recoveryOnClaims(options, context));
  }

  /** Copies that live as long as the pod: of use when a task fails, not when its pod is lost. */
  public static podStorage(): LocalRecovery {
    return new LocalRecovery((context) => recoveryInPods(context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

/** Name and mount path of the claim in the Flink documentation. */
const CLAIM = 'pv';
const CLAIM_PATH = '/pv';

/** Copies of the last checkpoint on volumes of their own. */
function recoveryOnClaims(given: LocalRecoveryClaimOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, CLAIM_FIELDS, 'localRecovery', ['size']);
  const { mountPath = CLAIM_PATH } = options;
  return {
    configuration: { ...recovery(version), [Keys.TASK_MANAGER_WORKING_DIR]: mountPath },
    taskManager: { volumeMounts: [{ name: CLAIM, mountPath }] },
    taskManagerVolumeClaims: [{ metadata: { name: CLAIM }, spec: claimSpec(options.size, options.storageClassName) }],
    problems,
  };
}

/** Copies of the last checkpoint wherever local state is. */
function recoveryInPods({ version }: IFlinkContext): FlinkContribution {
  return { configuration: recovery(version) };
}

/** From 1.20 on there are two switches, to write the copies and to read them. */
function recovery(version: FlinkVersion): { [key: string]: unknown } {
  return version._isAtLeast('1.20')
    ? { 'execution.checkpointing.local-backup.enabled': true, 'execution.state-recovery.from-local': true }
    : { 'state.backend.local-recovery': true };
}
