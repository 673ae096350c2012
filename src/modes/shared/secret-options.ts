import { type ClusterModel } from '../../model/cluster-model';

/**
 * Arguments of a process for the options whose values are in Secrets. Two words each: a session JobManager would take one for a host
 * name. The kubelet replaces the reference; the value stands in no object.
 */
export function secretOptionArguments({ secretOptions }: ClusterModel): string[] {
  return secretOptions.flatMap(({ key, env }) => ['-D', `${key}=$(${env})`]);
}
