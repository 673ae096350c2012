// Standalone application clusters: a Kubernetes Job that ends with the Flink job, and a Deployment that continues to
// run, with its jar on a volume.
const { Size } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { FlinkApplicationCluster, JobArtifact } = require('../../../lib');
const { small } = require('../apps');
const { applicationFinishes, completes } = require('../steps/application');
const { isConfigured, registers } = require('../steps/flink');
const { isDeployed } = require('../steps/manifests');
const { isLockedDown, isStable } = require('../steps/pods');
const { hasFile, hasVolume } = require('../steps/volumes');

// Included in the image of the bench.
const IN_IMAGE = JobArtifact.inImage('local:///opt/flink/examples/streaming/bounded-count.jar');
const CLAIM = 'jars';

function cluster(chart, version, props) {
  const { taskManager, ...common } = small(version);
  return new FlinkApplicationCluster(chart, 'Flink', {
    ...common,
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
    steps: [...isDeployed, completes('flink-jobmanager')],
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
      hasFile('examples/streaming/bounded-count.jar'),
      ...isDeployed,
      registers(1),
      isConfigured(),
      applicationFinishes,
      isLockedDown(2),
      isStable,
    ],
  },
];
