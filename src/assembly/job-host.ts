import { type Assembly } from './assembly';
import { type ClusterReference, referenceOf } from './cluster-reference';
import { type ClusterModel } from '../model/cluster-model';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { type Strictness } from '../validation/findings';

/** The properties of its cluster that a session job uses. */
export interface JobHost extends Omit<ClusterReference, 'strict' | 'suppressions'> {
  readonly strictness: Strictness;
  /** The model of the cluster at the time when the job was created; absent if the cluster is created elsewhere. */
  readonly model?: ClusterModel;
  /** The assembly of the cluster, for everything that can change after the job: mounts and findings. */
  readonly assembly?: Assembly;
}

/** The cluster of a session job, created in this app or elsewhere. */
export function jobHost(cluster: IFlinkSessionCluster): JobHost {
  const assembly = (cluster as { readonly config?: { readonly _assembly?: Assembly } }).config?._assembly;
  if (assembly === undefined) {
    const { strict, suppressions, ...reference } = referenceOf(cluster);
    return { ...reference, strictness: { strict, suppressions } };
  }
  const { clusterName, namespace, version, restServiceName, restPort } = cluster;
  const { mode, model, strictness } = assembly;
  return {
    clusterName,
    namespace,
    version,
    restServiceName,
    restPort,
    mode,
    model,
    strictness,
    assembly,
    problems: [],
  };
}
