import { HadoopConfMountDecorator } from './hadoop-conf-mount-decorator';
import { KerberosMountDecorator } from './kerberos-mount-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from './secret-decorators';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod } from '../../model/flink-pod';

const STEPS = [
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new HadoopConfMountDecorator(),
  new KerberosMountDecorator(),
];
const NOTHING: FlinkPod = { metadata: { labels: {}, annotations: {} }, spec: {}, main: {} };

/**
 * The pod of a client, with what the cluster's configuration refers to: a client that reads it logs in with its keytab, trusts by its stores, and finds
 * its file systems. So it has the variables, volumes and init containers of the JobManager; what it says itself of one of them holds.
 *
 * Claims are left out, as one that a single node can mount would keep the client waiting for ever.
 */
export function asInCluster(pod: FlinkPod, cluster: ClusterModel | undefined): FlinkPod {
  if (cluster === undefined) {
    return pod;
  }
  const { jobManager } = cluster;
  // In native mode the template has what the steps add, as TaskManagers are made of it.
  const added = STEPS.reduce((to, step) => step.decorate(to, { cluster, role: jobManager }), NOTHING);
  return withPartsOf(withPartsOf(jobManager.template, added), pod);
}

/** A pod with those parts of another that it has not itself, and that it can have. */
function withPartsOf({ spec, main }: FlinkPod, own: FlinkPod): FlinkPod {
  const possible = without(wires(spec.volumes), 'name', own.spec.volumes).filter(
    (volume) => !('persistentVolumeClaim' in volume) && !('ephemeral' in volume),
  );
  const names = new Set(possible.map(({ name }) => name));
  const isPossible = ({ name }: ManifestJson): boolean => names.has(name);
  const volumeMounts = without(wires(main.volumeMounts), 'mountPath', own.main.volumeMounts).filter(isPossible);
  const containers = without(wires(spec.initContainers), 'name', own.spec.initContainers).filter((container) =>
    wires(container.volumeMounts).every(isPossible),
  );
  const used = new Set(
    [...volumeMounts, ...containers.flatMap((container) => wires(container.volumeMounts))].map(({ name }) => name),
  );
  return addToPod(own, {
    spec: {
      ...list('volumes', [...possible.filter(({ name }) => used.has(name)), ...wires(own.spec.volumes)]),
      ...list('initContainers', [...containers, ...wires(own.spec.initContainers)]),
    },
    main: {
      ...list('env', [...without(wires(main.env), 'name', own.main.env), ...wires(own.main.env)]),
      ...list('envFrom', [...wires(main.envFrom), ...wires(own.main.envFrom)]),
      ...list('volumeMounts', [...volumeMounts, ...wires(own.main.volumeMounts)]),
    },
  });
}

const wires = (given: unknown): ManifestJson[] => (given as ManifestJson[] | undefined) ?? [];

const list = (field: string, items: ManifestJson[]): ManifestJson => (items.length === 0 ? {} : { [field]: items });

/** Those of a list that another has not, by a field that both may have once. */
function without(these: readonly ManifestJson[], field: string, others: unknown): ManifestJson[] {
  const taken = new Set(wires(others).map((other) => other[field]));
  return these.filter((one) => !taken.has(one[field]));
}
