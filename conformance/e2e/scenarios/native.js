// A native session cluster: Flink makes its TaskManagers itself, with the rights of our Role.
const { DeploymentMode, FlinkSessionCluster } = require('../../../lib');
const { small } = require('../apps');
const { finishes, isConfigured } = require('../steps/flink');
const { arrives } = require('../steps/manifests');
const { isCalm, isLockedDown } = require('../steps/pods');

// TaskManagers that have nothing to do stay until they have been looked at.
const IDLE = { 'resourcemanager.taskmanager-timeout': 600_000 };

function session(name, version) {
  return {
    name,
    version,
    app: (chart) => new FlinkSessionCluster(chart, 'Flink', { ...small(version), mode: DeploymentMode.native(), configuration: IDLE }),
    steps: [...arrives, isConfigured(), finishes({ parallelism: 2, on: 1 }), isLockedDown(2), isCalm],
  };
}

module.exports = [session('native-session-1-20', '1.20.3'), session('native-session-2-2', '2.2.0')];
