import { applicationArguments, namedJar } from './application';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod, type PodAdditions } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { secretOptionArguments } from '../shared/arguments';
import { addressVariables, applicationAddress, sessionAddress } from '../shared/job-manager-address';

/**
 * Starts a JobManager for a session or an application through the entry point of the image. Options are in the
 * configuration file, which the memory calculation reads, too. Only the address and options with values from Secrets
 * are arguments, before those of the job: older releases would read an option after `jobmanager` as a host name.
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

/** The volume for jars that Flink fetches, with Flink's own name for it in native mode. */
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

/** Starts a TaskManager through the entry point of the image. With its own volumes, its id is the name of its pod. */
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
