const fs = require('node:fs');
const path = require('node:path');
const { lines } = require('../report');

/** A folder of the node as a PersistentVolume, made by hand as where no provisioner is; Kubernetes binds it to the claim of that name. */
const hasVolume = (claim) => ({
  text: `has a volume for the claim ${claim}`,
  async run(boot) {
    await boot.createNamespace();
    const folder = path.join(boot.cluster.work, 'cluster', 'volumes', boot.namespace);
    fs.mkdirSync(folder, { recursive: true }); // root's: that Flink can write there is the work of the pod's fsGroup
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: boot.namespace },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteMany'],
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: '',
        claimRef: { namespace: boot.namespace, name: claim },
        local: { path: folder },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node1'] }] },
            ],
          },
        },
      },
    };
    boot.afterwards(async () => {
      const { code, errors } = await boot.kubectl(60, [
        'delete',
        'persistentvolume',
        boot.namespace,
        '--ignore-not-found',
        '--timeout=30s',
      ]);
      fs.rmSync(folder, { recursive: true, force: true });
      return code === 0 ? [] : lines(errors);
    });
    boot.volume = folder;
    return boot.apply(JSON.stringify(volume));
  },
});

const FLINK_GROUP = 9999;

/** The volume holds a file of the Flink distribution of the scenario; it is mounted to read, so that no pod gives it to its group. */
const holds = (file) => ({
  text: `has ${path.basename(file)} on its volume`,
  async run({ cluster, scenario: { version }, volume }) {
    fs.copyFileSync(path.join(cluster.work, `flink-${version}`, file), path.join(volume, path.basename(file)));
    fs.chownSync(volume, 0, FLINK_GROUP);
    return [];
  },
});

module.exports = { hasVolume, holds };
