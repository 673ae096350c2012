const fs = require('node:fs');
const path = require('node:path');
const { lines } = require('../report');

/**
 * Creates a PersistentVolume for a directory of the node, because there is no provisioner. Kubernetes binds it to the
 * claim of that name.
 */
const hasVolume = (claim) => ({
  text: `has a volume for the claim ${claim}`,
  async run(boot) {
    await boot.createNamespace();
    const directory = path.join(boot.cluster.work, 'cluster', 'volumes', boot.namespace);
    fs.mkdirSync(directory, { recursive: true }); // owned by root: Flink can write because of the fsGroup of the pod
    boot.afterwards(async () => {
      const { code, errors } = await boot.kubectl(60, [
        'delete',
        'persistentvolume',
        boot.namespace,
        '--ignore-not-found',
        '--timeout=30s',
      ]);
      fs.rmSync(directory, { recursive: true, force: true });
      return code === 0 ? [] : lines(errors);
    });
    boot.volume = directory;
    return boot.apply(JSON.stringify(volume(boot.namespace, claim, directory)));
  },
});

function volume(namespace, claim, directory) {
  const hostname = { key: 'kubernetes.io/hostname', operator: 'In', values: ['node1'] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: namespace },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      claimRef: { namespace, name: claim },
      local: { path: directory },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [hostname] }] } },
    },
  };
}

const FLINK_GROUP = 9999;

/**
 * Copies a file of Flink's distribution to the volume. The volume is mounted read-only, so no pod changes its group.
 */
const hasFile = (file) => ({
  text: `has ${path.basename(file)} on its volume`,
  async run({ cluster, scenario: { version }, volume }) {
    fs.copyFileSync(path.join(cluster.work, `flink-${version}`, file), path.join(volume, path.basename(file)));
    fs.chownSync(volume, 0, FLINK_GROUP);
    return [];
  },
});

module.exports = { hasFile, hasVolume };
