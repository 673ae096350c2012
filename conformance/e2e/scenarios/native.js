// Native clusters: the JobManager makes its TaskManagers itself, with the rights of the manifests. Their idle TaskManagers stay for the checks.
const { DeploymentMode, FlinkApplicationCluster, FlinkSessionCluster, JobArtifact } = require('../../../lib');
const { small } = require('../apps');
const { applicationFinishes } = require('../steps/application');
const { finishes, isConfigured, registers } = require('../steps/flink');
const { arrives } = require('../steps/manifests');
const { leavesNothing, makesPods, takesItsPodsAlong } = require('../steps/native');
const { isCalm, isLockedDown } = require('../steps/pods');
const { hasRights, isNotForbidden } = require('../steps/rights');

const KEEPS_IDLE = { 'resourcemanager.taskmanager-timeout': '30 min' };
const RIGHTS = {
  pods: ['get', 'list', 'watch', 'create', 'delete'],
  'deployments.apps': ['get', 'delete'],
  'deployments/finalizers.apps': ['update'],
};
// These the JobManager sets anew when it starts.
const OWN = ['jobmanager.rpc.address'];

const isJobManager = ({ metadata: { labels } }) => labels.component === 'jobmanager';
const ENDS = [isCalm, isNotForbidden, takesItsPodsAlong, leavesNothing];

function session(name, version) {
  return {
    name,
    version,
    app: (chart) =>
      new FlinkSessionCluster(chart, 'Flink', {
        ...small(version),
        mode: DeploymentMode.native(),
        configuration: KEEPS_IDLE,
      }),
    steps: [
      ...arrives,
      registers(0),
      isConfigured({ but: OWN }),
      hasRights('flink-jobmanager', RIGHTS),
      hasRights('flink-taskmanager', {}),
      finishes({ parallelism: 4, on: 2 }),
      makesPods(2),
      isLockedDown(3, { token: isJobManager }),
      ...ENDS,
    ],
  };
}

function application(name, version) {
  return {
    name,
    version,
    app: (chart) =>
      new FlinkApplicationCluster(chart, 'Flink', {
        ...small(version),
        mode: DeploymentMode.native(),
        configuration: KEEPS_IDLE,
        job: {
          artifact: JobArtifact.inImage('local:///opt/flink/examples/streaming/bounded-count.jar'),
          entryClass: 'e2e.BoundedCount',
          args: ['2000'],
          parallelism: 2,
        },
      }),
    steps: [...arrives, applicationFinishes, makesPods(1), isLockedDown(2, { token: isJobManager }), ...ENDS],
  };
}

module.exports = [
  session('native-session-1-20', '1.20.3'),
  session('native-session-2-2', '2.2.0'),
  application('native-application-1-20', '1.20.3'),
  application('native-application-2-2', '2.2.0'),
];
