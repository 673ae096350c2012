// Native clusters: the JobManager itself creates its TaskManagers, with the permissions in the manifests. Idle
// TaskManagers are kept for the checks.
const { DeploymentMode, FlinkApplicationCluster, FlinkSessionCluster, JobArtifact } = require('../../../lib');
const { small } = require('../apps');
const { applicationFinishes } = require('../steps/application');
const { finishes, isConfigured, registers } = require('../steps/flink');
const { isDeployed } = require('../steps/manifests');
const { createsPods, deletesItsPods, leavesNothing } = require('../steps/native');
const { isLockedDown, isStable } = require('../steps/pods');
const { hasPermissions, isNotForbidden } = require('../steps/permissions');

const KEEPS_IDLE = { 'resourcemanager.taskmanager-timeout': '30 min' };
const PERMISSIONS = {
  pods: ['get', 'list', 'watch', 'create', 'delete'],
  'deployments.apps': ['get', 'delete'],
  'deployments/finalizers.apps': ['update'],
};
// The JobManager replaces these when it starts.
const OWN = ['jobmanager.rpc.address'];

const isJobManager = ({ metadata: { labels } }) => labels.component === 'jobmanager';
const ENDS = [isStable, isNotForbidden, deletesItsPods, leavesNothing];

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
      ...isDeployed,
      registers(0),
      isConfigured({ except: OWN }),
      hasPermissions('flink-jobmanager', PERMISSIONS),
      hasPermissions('flink-taskmanager', {}),
      finishes({ parallelism: 4, on: 2 }),
      createsPods(2),
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
    steps: [...isDeployed, applicationFinishes, createsPods(1), isLockedDown(2, { token: isJobManager }), ...ENDS],
  };
}

module.exports = [
  session('native-session-1-20', '1.20.3'),
  session('native-session-2-2', '2.2.0'),
  application('native-application-1-20', '1.20.3'),
  application('native-application-2-2', '2.2.0'),
];
