import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel } from '../model/cluster-model';
import { addToPod, type FlinkPod } from '../model/flink-pod';
import { HadoopConfMountDecorator } from '../modes/shared/hadoop-conf-mount-decorator';
import { KerberosMountDecorator } from '../modes/shared/kerberos-mount-decorator';
import { EnvSecretsDecorator, MountSecretsDecorator } from '../modes/shared/secret-decorators';

const STEPS = [
  new EnvSecretsDecorator(),
  new MountSecretsDecorator(),
  new HadoopConfMountDecorator(),
  new KerberosMountDecorator(),
];
const EMPTY: FlinkPod = { metadata: { labels: {}, annotations: {} }, spec: {}, main: {} };

/**
 * The pod with what the configuration of the cluster refers to: the client reads that configuration, so it uses the
 * same keytab, truststores and file systems. These are the variables, volumes and init containers of the JobManager;
 * if the pod has one of the same name, its own is kept.
 *
 * Claims are left out: a claim that only one node can mount would keep the pod waiting forever.
 */
export function withClusterParts(pod: FlinkPod, cluster: ClusterModel | undefined): FlinkPod {
  if (cluster === undefined) {
    return pod;
  }
  const { jobManager } = cluster;
  // In native mode the template already has what the steps add, because Flink creates TaskManagers from it.
  const added = STEPS.reduce((to, step) => step.decorate(to, { cluster, role: jobManager }), EMPTY);
  return withPartsOf(withPartsOf(jobManager.template, added), pod);
}

/** A pod with the parts of another pod that it does not have and can use. */
function withPartsOf({ spec, main }: FlinkPod, own: FlinkPod): FlinkPod {
  const possible = without(itemsOf(spec.volumes), 'name', own.spec.volumes).filter(
    (volume) => !('persistentVolumeClaim' in volume) && !('ephemeral' in volume),
  );
  const names = new Set(possible.map(({ name }) => name));
  const isPossible = ({ name }: ManifestJson): boolean => names.has(name);
  const volumeMounts = without(itemsOf(main.volumeMounts), 'mountPath', own.main.volumeMounts).filter(isPossible);
  const containers = without(itemsOf(spec.initContainers), 'name', own.spec.initContainers).filter((container) =>
    itemsOf(container.volumeMounts).every(isPossible),
  );
  const used = new Set(
    [...volumeMounts, ...containers.flatMap((container) => itemsOf(container.volumeMounts))].map(({ name }) => name),
  );
  return addToPod(own, {
    spec: {
      ...listField('volumes', [...possible.filter(({ name }) => used.has(name)), ...itemsOf(own.spec.volumes)]),
      ...listField('initContainers', [...containers, ...itemsOf(own.spec.initContainers)]),
    },
    main: {
      ...listField('env', [...without(itemsOf(main.env), 'name', own.main.env), ...itemsOf(own.main.env)]),
      ...listField('envFrom', [...itemsOf(main.envFrom), ...itemsOf(own.main.envFrom)]),
      ...listField('volumeMounts', [...volumeMounts, ...itemsOf(own.main.volumeMounts)]),
    },
  });
}

function itemsOf(list: unknown): ManifestJson[] {
  return (list as ManifestJson[] | undefined) ?? [];
}

function listField(name: string, items: ManifestJson[]): ManifestJson {
  return items.length === 0 ? {} : { [name]: items };
}

/** The items of a list whose key no item of another list has. */
function without(items: readonly ManifestJson[], key: string, others: unknown): ManifestJson[] {
  const taken = new Set(itemsOf(others).map((other) => other[key]));
  return items.filter((item) => !taken.has(item[key]));
}
