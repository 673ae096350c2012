// A session cluster with two JobManagers: one leads and is lost while a job runs, which goes on from its checkpoint under the other.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { FlinkSessionCluster, HighAvailability, VolumeMount } = require('../../../lib');
const { small } = require('../apps');
const { isConfigured, registers } = require('../steps/flink');
const { arrives } = require('../steps/manifests');
const { isCalm, isLockedDown } = require('../steps/pods');
const { goesOn, losesLeader, runsEndless } = require('../steps/recovery');
const { hasRights, isNotForbidden } = require('../steps/rights');
const { hasVolume } = require('../steps/volumes');

const CLAIM = 'flink-state';
const STATE = '/flink-state';
const READS = ['get', 'list', 'watch'];

function highAvailability(name, version) {
  const { jobManager, taskManager, ...props } = small(version);
  return {
    name,
    version,
    app(chart) {
      const claim = new kplus.PersistentVolumeClaim(chart, 'State', {
        metadata: { name: CLAIM },
        accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
        storage: Size.gibibytes(1),
        storageClassName: '',
      });
      const cluster = new FlinkSessionCluster(chart, 'Flink', {
        ...props,
        jobManager: { ...jobManager, replicas: 2 },
        suppressions: [{ id: 'FLK-HA-12', reason: 'the claim is ReadWriteMany' }],
        taskManager: { ...taskManager, replicas: 1 },
        highAvailability: HighAvailability.kubernetes({ storageDir: `file://${STATE}/ha` }),
        configuration: {
          'execution.checkpointing': { interval: '2s', dir: `file://${STATE}/checkpoints` },
          'web.upload.dir': `${STATE}/uploads`, // a jar that one JobManager has received is run by whichever is asked next
        },
      });
      new VolumeMount(cluster, 'State', { claim, path: STATE });
      return cluster;
    },
    steps: [
      hasVolume(CLAIM),
      ...arrives,
      registers(1),
      isConfigured(),
      isLockedDown(3, { token: () => true }),
      hasRights('flink-jobmanager', { configmaps: [...READS, 'create', 'update', 'patch', 'delete'] }),
      hasRights('flink-taskmanager', { configmaps: READS }),
      runsEndless({ parallelism: 2 }),
      losesLeader,
      goesOn,
      isCalm,
      isNotForbidden,
    ],
  };
}

module.exports = [highAvailability('ha-1-20', '1.20.3'), highAvailability('ha-2-2', '2.2.0')];
