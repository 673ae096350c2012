import { withoutEmpty } from './without-empty';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { Keys } from '../../configuration/keys';
import { optionName } from '../../configuration/renamed-options';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { Hardening } from '../../props/hardening';

/** The jar of the official image that runs Python programs; the operator requires a jar. */
const PLACEHOLDER_JAR = 'local:///opt/flink/opt/flink-python.jar';
const FIXED_JOB_ID = '$internal.pipeline.job-id';

/** The `job` of a resource. The operator has defaults for everything that is not set. */
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

/** The operator reads the parallelism only from its own field, and needs it unless replicas of TaskManagers are set. */
export function parallelismOf({ job, options, hardening, taskManager }: ClusterModel): number | undefined {
  const isFixed = taskManager.stated.replicas !== undefined;
  const parallelism = job?.parallelism ?? (isFixed ? undefined : options.integer(Keys.PARALLELISM));
  return parallelism ?? (hardening === Hardening.NONE || isFixed ? undefined : 1);
}

/** The options of a job for which the resource has no fields. */
export function jobOptions({ jobId, savepoint }: JobModel, version: FlinkVersion): OptionEntry[] {
  const entry = (key: string, value: string | undefined): OptionEntry[] =>
    value === undefined ? [] : [{ key, value, kind: 'explicit', source: LIBRARY }];
  return [...entry(FIXED_JOB_ID, jobId), ...entry(optionName(version, 'claimMode'), savepoint?.claimMode)];
}
