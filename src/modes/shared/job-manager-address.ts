import { type FlinkOptions } from '../../configuration/flink-options';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';

/**
 * How a JobManager learns the address that it tells to others. Alone it is the one behind its Service, whose name stands in the
 * configuration; with high availability each has its own, which is its pod's and only known when the pod starts.
 */

const POD_IP: ManifestJson = {
  name: 'POD_IP',
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } },
};

/** The variable that the arguments refer to. */
export function addressVariables(options: FlinkOptions): readonly ManifestJson[] {
  return isHighlyAvailable(options) ? [POD_IP] : [];
}

/**
 * Of a session JobManager, behind `jobmanager`: the first argument is a host name in every release, and up to 1.15 there is no other way.
 *
 * From 2.2 on the leader tells those that stand by where it takes the files of a job, as the host name that it has for itself unless it is
 * bound to an address. Nobody else knows the name of a pod, so a job that reaches a standby would be refused.
 *
 * @see https://issues.apache.org/jira/browse/FLINK-38109
 */
export function sessionAddress({ options, version }: ClusterModel, replicas: number): readonly string[] {
  if (!isHighlyAvailable(options)) {
    return [];
  }
  const isBound = replicas > 1 && version._isAtLeast('2.2') && options.get(Keys.JOB_MANAGER_BIND_HOST) === undefined;
  return ['$(POD_IP)', ...(isBound ? ['-D', `${Keys.JOB_MANAGER_BIND_HOST}=$(POD_IP)`] : [])];
}

/**
 * Of an application's JobManager, behind `standalone-job` and before the first argument of the program: two tokens that every release
 * understands, while `--host` is gone since 2.0 and would end the options there.
 */
export function applicationAddress(options: FlinkOptions): readonly string[] {
  return isHighlyAvailable(options) ? ['-D', `${Keys.JOB_MANAGER_RPC_ADDRESS}=$(POD_IP)`] : [];
}
