import { type ClusterModel } from '../../model/cluster-model';

/**
 * The arguments of a process for options whose values are in Secrets. Each option needs two arguments, because a
 * session JobManager would read a single one as a host name. The kubelet replaces the reference, so no object contains
 * the value.
 */
export function secretOptionArguments({ secretOptions }: ClusterModel): string[] {
  return secretOptions.flatMap(({ key, env }) => ['-D', `${key}=$(${env})`]);
}

/** An option and its value as two arguments; no arguments if the value is absent. */
export function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}
