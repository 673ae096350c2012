import { type Assembly } from './assembly';
import { type ClusterReference, referenceOf } from './cluster-reference';
import { type ClusterModel } from '../model/cluster-model';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { type Strictness } from '../validation/findings';

/** What a session job takes from its cluster. */
export interface JobHost extends Omit<ClusterReference, 'strict' | 'suppressions'> {
  readonly strictness: Strictness;
  /** The cluster's model when the job was created; absent for a cluster that is created elsewhere. */
  readonly model?: ClusterModel;
  /** The cluster's assembly, for what may change after the job: mounts, and findings. */
  readonly assembly?: Assembly;
}

/** The cluster of a session job, of this app or of another. */
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
