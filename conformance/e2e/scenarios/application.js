// Standalone application clusters: one as a Job that ends with its job, one as a Deployment that is there afterwards, its jar on a volume.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { FlinkApplicationCluster, JobArtifact } = require('../../../lib');
const { small } = require('../apps');
const { applicationFinishes, completes } = require('../steps/application');
const { isConfigured, registers } = require('../steps/flink');
const { arrives } = require('../steps/manifests');
const { isCalm, isLockedDown } = require('../steps/pods');
const { hasVolume, holds } = require('../steps/volumes');

// The image of the bench has it.
const IN_IMAGE = JobArtifact.inImage('local:///opt/flink/examples/streaming/bounded-count.jar');
const CLAIM = 'jars';

function cluster(chart, version, props) {
  const { taskManager, ...others } = small(version);
  return new FlinkApplicationCluster(chart, 'Flink', {
    ...others,
    taskManager: { ...taskManager, replicas: 1 },
    ...props,
  });
}

module.exports = [
  {
    name: 'application-1-20',
    version: '1.20.3',
    app: (chart) =>
      cluster(chart, '1.20.3', {
        job: { artifact: IN_IMAGE, entryClass: 'e2e.BoundedCount', args: ['2000'], parallelism: 2 },
        configuration: { 'execution.runtime-mode': 'BATCH' },
      }),
    steps: [...arrives, completes('flink-jobmanager')],
  },
  {
    name: 'application-2-2',
    version: '2.2.0',
    app(chart) {
      const claim = new kplus.PersistentVolumeClaim(chart, 'Jars', {
        metadata: { name: CLAIM },
        accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
        storage: Size.gibibytes(1),
        storageClassName: '',
      });
      return cluster(chart, '2.2.0', {
        job: {
          artifact: JobArtifact.volume({ claim }, 'bounded-count.jar'),
          entryClass: 'e2e.BoundedCount',
          args: ['2000'],
          parallelism: 2,
        },
      });
    },
    steps: [
      hasVolume(CLAIM),
      holds('examples/streaming/bounded-count.jar'),
      ...arrives,
      registers(1),
      isConfigured(),
      applicationFinishes,
      isLockedDown(2),
      isCalm,
    ],
  },
];
