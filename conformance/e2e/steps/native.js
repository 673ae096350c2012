const { lines } = require('../report');
const { settled } = require('../wait');

const GONE_SECONDS = 90;
const TASK_MANAGERS = { component: 'taskmanager' };
const KINDS = [
  'deployments',
  'replicasets',
  'pods',
  'services',
  'configmaps',
  'secrets',
  'serviceaccounts',
  'roles',
  'rolebindings',
];
// What Kubernetes itself puts into a namespace.
const OF_KUBERNETES = ['ConfigMap kube-root-ca.crt', 'ServiceAccount default'];

const nameOf = ({ kind, metadata }) => `${kind} ${metadata.name}`;

/** What `expected` says that `found` does not; a list by its places, an object by its fields. What is only in `found` does not count. */
function missing(expected, found, path = '') {
  if (expected === null || typeof expected !== 'object')
    return expected === found ? [] : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  if (found === null || typeof found !== 'object') return [`${path} is ${JSON.stringify(found)}`];
  return Object.entries(expected).flatMap(([key, value]) => missing(value, found[key], `${path}.${key}`));
}

/** Flink makes so many TaskManager pods, each as the library has said. */
const makesPods = (count) => ({
  text: `made ${count} TaskManager pod${count === 1 ? '' : 's'} by itself, as previewed`,
  async run(boot) {
    const pods = await boot.items('pods', TASK_MANAGERS);
    const preview = await previewed(boot);
    const { labels, annotations = {} } = preview.metadata;
    const found = pods.flatMap((pod) => [
      ...missing(labels, pod.metadata.labels, `${pod.metadata.name} labels`),
      ...missing(annotations, pod.metadata.annotations ?? {}, `${pod.metadata.name} annotations`),
      ...missing(withoutName(preview.spec), withoutName(pod.spec), pod.metadata.name),
    ]);
    return pods.length === count ? found : [`there are ${pods.length}`, ...found];
  },
});

/** The pod that the library says Flink will make, in the words of the API server, which admits it but does not keep it. */
async function previewed(boot) {
  const pod = boot.rendered.cluster.taskManager.previewPod();
  const args = ['create', '--dry-run=server', '--validate=strict', '-o', 'json', '-f', '-'];
  const { code, output, errors } = await boot.kubectl(
    30,
    args,
    JSON.stringify({ ...pod, metadata: { ...pod.metadata, name: 'previewed' } }),
  );
  if (code !== 0) throw new Error(errors.trim());
  return JSON.parse(output);
}

/** The arguments of the command hold the pod's own name and the address that it found. */
function withoutName({ containers, ...spec }) {
  return { ...spec, containers: containers.map(({ args: _args, ...container }) => container) };
}

/** When the Deployment goes, every pod that Flink made goes with it. */
const takesItsPodsAlong = {
  text: 'takes its TaskManager pods along when its Deployment is deleted',
  async run(boot) {
    const { clusterName } = boot.rendered.cluster;
    const { code, errors } = await boot.kubectl(60, ['delete', 'deployment', clusterName, '--wait=true']);
    if (code !== 0) return lines(errors);
    return settled(GONE_SECONDS, async () => (await boot.items('pods')).map(nameOf));
  },
};

/** When the manifests are deleted, nothing is left of the cluster, neither of ours nor of what Flink has made. */
const leavesNothing = {
  text: 'leaves nothing when its manifests are deleted',
  async run(boot) {
    const { code, errors } = await boot.kubectl(
      90,
      ['delete', '--ignore-not-found', '--wait=true', '-f', '-'],
      boot.rendered.yaml,
    );
    if (code !== 0) return lines(errors);
    return settled(GONE_SECONDS, async () =>
      (await boot.items(KINDS.join(','))).map(nameOf).filter((name) => !OF_KUBERNETES.includes(name)),
    );
  },
};

module.exports = { leavesNothing, makesPods, takesItsPodsAlong };
