import { withoutEmpty } from './without-empty';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { Hardening } from '../../props/hardening';

/** Where the official image keeps what runs Python programs; the operator asks for some jar. */
const PLACEHOLDER_JAR = 'local:///opt/flink/opt/flink-python.jar';
const FIXED_JOB_ID = '$internal.pipeline.job-id';

/** The `job` of a resource; what is not said is the operator's to decide. */
export function jobSpec(job: JobModel, parallelism: number | undefined): ManifestJson {
  const { artifact, entryClass, args, savepoint, state, upgradeMode, nonces = {} } = job;
  return withoutEmpty({
    jarURI: artifact.jar ?? (artifact.kind === 'python' ? PLACEHOLDER_JAR : undefined),
    entryClass,
    args: args.length === 0 ? undefined : args,
    parallelism,
    state: state === 'running' ? undefined : state,
    upgradeMode,
    initialSavepointPath: savepoint?.path,
    allowNonRestoredState: savepoint?.allowNonRestoredState,
    savepointTriggerNonce: nonces.savepointTrigger,
    checkpointTriggerNonce: nonces.checkpointTrigger,
    savepointRedeployNonce: nonces.savepointRedeploy,
    autoscalerResetNonce: nonces.autoscalerReset,
  });
}

/** The operator reads the parallelism of a job from its own field alone, and needs it unless the TaskManagers are counted. */
export function parallelismOf({ job, options, hardening, taskManager }: ClusterModel): number | undefined {
  const isCounted = taskManager.stated.replicas !== undefined;
  const stated = job?.parallelism ?? (isCounted ? undefined : options.integer(Keys.PARALLELISM));
  return stated ?? (hardening === Hardening.NONE || isCounted ? undefined : 1);
}

/** What a job says that the resource has no field for. */
export function jobOptions({ jobId, savepoint }: JobModel, version: FlinkVersion): OptionEntry[] {
  const entry = (key: string, value: string | undefined): OptionEntry[] =>
    value === undefined ? [] : [{ key, value, kind: 'explicit', source: LIBRARY }];
  const claimMode = version._isAtLeast('1.20')
    ? 'execution.state-recovery.claim-mode'
    : 'execution.savepoint-restore-mode';
  return [...entry(FIXED_JOB_ID, jobId), ...entry(claimMode, savepoint?.claimMode)];
}
