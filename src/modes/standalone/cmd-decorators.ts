import { applicationArguments, namedJar } from './application';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod, type PodAdditions } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { addressVariables, applicationAddress, sessionAddress } from '../shared/job-manager-address';
import { secretOptionArguments } from '../shared/secret-options';

/**
 * Starts a JobManager through the image's entry point: a session's, or one with its application. Options belong into the configuration
 * file, where the memory calculation sees them too; only the address and those whose values are in Secrets stand here, before whatever
 * the job is given. Behind `jobmanager` an option would be a host name up to 1.15.
 */
export class CmdJobManagerDecorator implements StepDecorator {
  public readonly name = 'CmdJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster, role: { replicas } }: StepContext): FlinkPod {
    const { job, options, version } = cluster;
    const args =
      job === undefined
        ? ['jobmanager', ...sessionAddress(cluster, replicas), ...secretOptionArguments(cluster)]
        : [
            'standalone-job',
            ...applicationAddress(options),
            ...secretOptionArguments(cluster),
            ...applicationArguments(job, version),
          ];
    const variables = addressVariables(options);
    const env = variables.length === 0 ? {} : { env: [...variables, ...((pod.main.env as []) ?? [])] };
    return addToPod(pod, { main: { args, ...env }, ...fetchedJars(cluster) });
  }
}

const FETCHED = 'user-artifacts-volume';

/** Where Flink puts the jars that it fetches itself; the name is the one that Flink has for it in native mode. */
function fetchedJars({ job, options, version }: ClusterModel): PodAdditions {
  const jar = job && namedJar(job, version);
  return jar === undefined || jar.startsWith('local:')
    ? {}
    : {
        volumes: [{ name: FETCHED, emptyDir: {} }],
        volumeMounts: [{ name: FETCHED, mountPath: options.get(Keys.USER_ARTIFACTS_DIR) ?? '/opt/flink/artifacts' }],
      };
}

const POD_NAME: ManifestJson = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };

/** Starts a TaskManager through the image's entry point; one with volumes of its own is known by its pod's name, which the next pod has too. */
export class CmdTaskManagerDecorator implements StepDecorator {
  public readonly name = 'CmdTaskManagerDecorator';

  public decorate(pod: FlinkPod, { cluster, role: { volumeClaimTemplates } }: StepContext): FlinkPod {
    const args = ['taskmanager', ...secretOptionArguments(cluster)];
    return volumeClaimTemplates.length === 0
      ? addToPod(pod, { main: { args } })
      : addToPod(pod, {
          main: {
            args: [...args, '-Dtaskmanager.resource-id=$(POD_NAME)'],
            env: [POD_NAME, ...((pod.main.env as []) ?? [])],
          },
        });
  }
}
