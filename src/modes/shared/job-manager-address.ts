import { type FlinkOptions } from '../../configuration/flink-options';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';

/**
 * The address that a JobManager reports to other processes. Without high availability it is the name of its Service,
 * which is in the configuration. With high availability each JobManager has its own address, the one of its pod, which
 * is known only when the pod starts.
 */

const POD_IP: ManifestJson = {
  name: 'POD_IP',
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } },
};

/** The environment variable that the arguments refer to. */
export function addressVariables(options: FlinkOptions): readonly ManifestJson[] {
  return isHighlyAvailable(options) ? [POD_IP] : [];
}

/**
 * The arguments after `jobmanager` for a session. The first argument is a host name in every release, and older
 * releases have no other way to set it.
 *
 * In newer releases the leader also reports where standby JobManagers send the files of a job: to its own host name,
 * unless it is bound to an address. Other pods cannot resolve the name of a pod, so a job that reaches a standby
 * JobManager would be rejected.
 *
 * @see https://issues.apache.org/jira/browse/FLINK-38109
 */
export function sessionAddress({ options, version }: ClusterModel, replicas: number): readonly string[] {
  if (!isHighlyAvailable(options)) {
    return [];
  }
  const needsAddress = replicas > 1 && version._can('sendsJobFilesToLeader');
  const isBound = needsAddress && options.get(Keys.JOB_MANAGER_BIND_HOST) === undefined;
  return ['$(POD_IP)', ...(isBound ? ['-D', `${Keys.JOB_MANAGER_BIND_HOST}=$(POD_IP)`] : [])];
}

/**
 * The arguments after `standalone-job` for an application, before the first argument of the program. Every release
 * understands these two; `--host` was removed in 2.0 and would end the options there.
 */
export function applicationAddress(options: FlinkOptions): readonly string[] {
  return isHighlyAvailable(options) ? ['-D', `${Keys.JOB_MANAGER_RPC_ADDRESS}=$(POD_IP)`] : [];
}
