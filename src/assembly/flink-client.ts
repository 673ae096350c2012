import { clusterModel } from '../derivation/cluster-model';
import { type Inputs } from '../derivation/inputs';
import { type JobModel } from '../model/job-model';
import { type Mode } from '../model/step-decorator';
import { nativeMode } from '../modes/native/native-mode';
import { type ClientRequest, type FlinkClient } from '../modes/operator/client-request';
import { rolePod } from '../modes/shared/steps';
import { JobState } from '../props/job-options';
import { type Problem, reporter } from '../validation/problem';

/** A placeholder: the pods do not depend on the program. */
const ANY_JOB: JobModel = {
  artifact: { kind: 'inImage', jar: 'local:///opt/flink/usrlib/job.jar' },
  args: [],
  scriptArgs: 0,
  state: JobState.RUNNING,
};

/** Flink's own client: native mode with parity, for the model that derives from a request. */
export const flinkClient: FlinkClient = (request, role, problems) => {
  const mode = nativeMode({
    parity: true,
    includeCliOptions: false,
    confDir: request.confDir,
    clientFiles: request.files,
  });
  const cluster = mode.configure(clusterModel(inputsOf(request, mode, problems), problems), problems);
  const { [role]: model } = cluster;
  mode.checkPreview?.(cluster, model, problems);
  return mode.preview(cluster, model, (roleModel) => rolePod(mode, { cluster, role: roleModel }), problems);
};

function inputsOf(request: ClientRequest, mode: Mode, problems: Problem[]): Inputs {
  const { clusterName, namespace, version, options, isApplication } = request;
  const { isBare, sizesContainers } = mode.traits;
  const base = mode.base?.(version, reporter(problems, 'cluster'));
  return {
    cluster: { clusterName, namespace, version, isBare, sizesContainers, base, configuration: options },
    contributions: [],
    job: isApplication ? ANY_JOB : undefined,
    jobManager: { options: {} },
    taskManager: { options: {} },
  };
}
