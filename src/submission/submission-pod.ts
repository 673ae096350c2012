import { clientOptions, programArguments } from './client-arguments';
import { withClusterParts } from './cluster-parts';
import { submissionVariables } from './submission-variables';
import { SUBMISSION_SCRIPT } from '../data/submission-script';
import { literal } from '../kubernetes/expansion';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel } from '../model/cluster-model';
import { addToPod, type FlinkPod } from '../model/flink-pod';
import { type SessionJobModel } from '../model/session-job-model';
import { harden } from '../modes/shared/hardening-decorator';
import { overrideTemplate } from '../modes/shared/pod-template-override-decorator';

const CONF_VOLUME = 'flink-config-volume';
const CONF_DIR = '/opt/flink/cluster-conf';

/**
 * The pod that submits a session job.
 *
 * It mounts the configuration of the cluster, because Flink's client sends its own configuration with the job, where it
 * takes precedence over the cluster's.
 */
export function submissionPod(model: SessionJobModel, labels: { readonly [key: string]: string }): FlinkPod {
  const { configMapName, hardening, submission } = model;
  const cluster = model.cluster();
  const pod = addToPod(submission.template, {
    labels,
    spec: {
      restartPolicy: 'OnFailure',
      ...(submission.serviceAccountName === undefined ? {} : { serviceAccountName: submission.serviceAccountName }),
    },
    main: mainContainer(model, cluster?.secretOptions ?? []),
    volumes: [{ name: CONF_VOLUME, configMap: { name: configMapName } }],
    volumeMounts: [{ name: CONF_VOLUME, mountPath: CONF_DIR }],
    env: submissionVariables(model),
  });
  const { podSecurityContext, securityContext, override } = submission;
  return overrideTemplate(
    harden(withClusterParts(pod, cluster), hardening, { podSecurityContext, securityContext }),
    override,
  );
}

function mainContainer(model: SessionJobModel, secretOptions: ClusterModel['secretOptions']): ManifestJson {
  const { jobName, submission } = model;
  return {
    name: 'submission',
    image: submission.image,
    // Bash takes the word after the script as `$0`, which starts its own messages.
    command: ['bash', '-c', literal(SUBMISSION_SCRIPT), jobName],
    // Variables cannot contain lists. No option is `--`, so the first one separates them from the program's arguments.
    args: [
      ...clientOptions(model).map(literal),
      ...secretOptions.map(({ key, env }) => `-D${key}=$(${env})`),
      '--',
      ...programArguments(model),
    ],
    resources: submission.resources,
  };
}
