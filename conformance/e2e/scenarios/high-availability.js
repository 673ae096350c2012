// A session cluster with two JobManagers: the leader is lost while a job runs, and the job resumes from its checkpoint
// with the standby as the leader.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { FlinkSessionCluster, HighAvailability, VolumeMount } = require('../../../lib');
const { small } = require('../apps');
const { isConfigured, registers } = require('../steps/flink');
const { isDeployed } = require('../steps/manifests');
const { isLockedDown, isStable } = require('../steps/pods');
const { losesLeader, resumes, runsEndless } = require('../steps/recovery');
const { hasPermissions, isNotForbidden } = require('../steps/permissions');
const { hasVolume } = require('../steps/volumes');

const CLAIM = 'flink-state';
const STATE = '/flink-state';
const READS = ['get', 'list', 'watch'];

function cluster(chart, version) {
  const { jobManager, taskManager, ...props } = small(version);
  const claim = new kplus.PersistentVolumeClaim(chart, 'State', {
    metadata: { name: CLAIM },
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
    storage: Size.gibibytes(1),
    storageClassName: '',
  });
  const flink = new FlinkSessionCluster(chart, 'Flink', {
    ...props,
    jobManager: { ...jobManager, replicas: 2 },
    suppressions: [{ id: 'FLK-HA-12', reason: 'the claim is ReadWriteMany' }],
    taskManager: { ...taskManager, replicas: 1 },
    highAvailability: HighAvailability.kubernetes({ storageDir: `file://${STATE}/ha` }),
    configuration: {
      'execution.checkpointing': { interval: '2s', dir: `file://${STATE}/checkpoints` },
      // Either JobManager can be asked to run a jar that the other one has received.
      'web.upload.dir': `${STATE}/uploads`,
    },
  });
  new VolumeMount(flink, 'State', { claim, path: STATE });
  return flink;
}

function highAvailability(name, version) {
  return {
    name,
    version,
    app: (chart) => cluster(chart, version),
    steps: [
      hasVolume(CLAIM),
      ...isDeployed,
      registers(1),
      isConfigured(),
      isLockedDown(3, { token: () => true }),
      hasPermissions('flink-jobmanager', { configmaps: [...READS, 'create', 'update', 'patch', 'delete'] }),
      hasPermissions('flink-taskmanager', { configmaps: READS }),
      runsEndless({ parallelism: 2 }),
      losesLeader,
      resumes,
      isStable,
      isNotForbidden,
    ],
  };
}

module.exports = [highAvailability('ha-1-20', '1.20.3'), highAvailability('ha-2-2', '2.2.0')];
