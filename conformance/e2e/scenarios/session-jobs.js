// A session cluster with a session job of the library: a Kubernetes Job submits it, and a second one replaces it.
const { FlinkSessionCluster, FlinkSessionJob, JobArtifact, UpgradeMode } = require('../../../lib');
const { small } = require('../apps');
const { registers } = require('../steps/flink');
const { isDeployed } = require('../steps/manifests');
const { changes, isSubmittedAgain, runsOnce } = require('../steps/session-job');

// Included in the image of the bench. It counts for years.
const ARTIFACT = JobArtifact.inImage('local:///opt/flink/examples/streaming/bounded-count.jar');
const JOB = 'flink-count';
const [FIRST, SECOND] = ['9000000000000001', '9000000000000002'];

const app = (version, count) => (chart) => {
  const { taskManager, ...props } = small(version);
  const cluster = new FlinkSessionCluster(chart, 'Flink', {
    ...props,
    taskManager: { ...taskManager, replicas: 1 },
    configuration: { 'parallelism.default': 2 },
  });
  new FlinkSessionJob(chart, 'Count', {
    cluster,
    job: {
      artifact: ARTIFACT,
      entryClass: 'e2e.BoundedCount',
      args: [count],
      parallelism: 2,
      upgradeMode: UpgradeMode.STATELESS,
    },
    cpu: 0.2,
  });
  return cluster;
};

function sessionJob(name, version) {
  return {
    name,
    version,
    app: app(version, FIRST),
    steps: [
      ...isDeployed,
      registers(1),
      runsOnce(JOB, { when: 'at the first submission' }),
      isSubmittedAgain(JOB),
      runsOnce(JOB, { when: 'after the second, still the first run' }),
      changes(JOB, app(version, SECOND)),
      runsOnce(JOB, { when: 'after the change, a second run', runs: 2 }),
    ],
  };
}

module.exports = [sessionJob('session-job-1-20', '1.20.3'), sessionJob('session-job-2-2', '2.2.0')];
