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
// The objects that Kubernetes itself creates in a namespace.
const OF_KUBERNETES = ['ConfigMap kube-root-ca.crt', 'ServiceAccount default'];

const nameOf = ({ kind, metadata }) => `${kind} ${metadata.name}`;

/**
 * Returns the values of `expected` that `found` does not have. Lists are compared by index, objects by field. Values
 * that are only in `found` are ignored.
 */
function missing(expected, found, path = '') {
  if (expected === null || typeof expected !== 'object')
    return expected === found ? [] : [`${path} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  if (found === null || typeof found !== 'object') return [`${path} is ${JSON.stringify(found)}`];
  return Object.entries(expected).flatMap(([key, value]) => missing(value, found[key], `${path}.${key}`));
}

/** Flink creates the given number of TaskManager pods, each equal to the preview of the library. */
const createsPods = (count) => ({
  text: `created ${count} TaskManager pod${count === 1 ? '' : 's'}, as previewed`,
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

/** Returns the preview of the library as the API server completes it in a dry run. */
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

/** Removes the arguments of containers, because they contain the name of the pod and the address of the JobManager. */
function withoutName({ containers, ...spec }) {
  return { ...spec, containers: containers.map(({ args: _args, ...container }) => container) };
}

/** When the Deployment is deleted, every pod that Flink created is deleted, too. */
const deletesItsPods = {
  text: 'deletes its TaskManager pods when its Deployment is deleted',
  async run(boot) {
    const { clusterName } = boot.rendered.cluster;
    const { code, errors } = await boot.kubectl(60, ['delete', 'deployment', clusterName, '--wait=true']);
    if (code !== 0) return lines(errors);
    return settled(GONE_SECONDS, async () => (await boot.items('pods')).map(nameOf));
  },
};

/**
 * When the manifests are deleted, nothing of the cluster remains: neither our objects nor those that Flink has created.
 */
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

module.exports = { createsPods, deletesItsPods, leavesNothing };
