// A standalone session cluster: a job that is submitted over REST needs every slot.
const { FlinkSessionCluster, RestAccess } = require('../../../lib');
const { small } = require('../apps');
const { finishes, isConfigured, registers } = require('../steps/flink');
const { isDeployed } = require('../steps/manifests');
const { isLockedDown, isStable } = require('../steps/pods');

const CLUSTER_IP = { restAccess: RestAccess.clusterIp() };
const NODE_PORT = {
  restAccess: RestAccess.nodePort(),
  suppressions: [{ id: 'FLK-SVC-02', reason: 'the node has only its own network' }],
};

function session(name, version, access) {
  const { taskManager, ...props } = small(version);
  return {
    name,
    version,
    app: (chart) =>
      new FlinkSessionCluster(chart, 'Flink', {
        ...props,
        ...access,
        taskManager: { ...taskManager, replicas: 2 },
        configuration: { 'parallelism.default': 2 },
      }),
    steps: [
      ...isDeployed,
      registers(2),
      isConfigured(),
      finishes({ parallelism: 4, on: 2 }),
      isLockedDown(3),
      isStable,
    ],
  };
}

module.exports = [session('session-1-20', '1.20.3', CLUSTER_IP), session('session-2-2', '2.2.0', NODE_PORT)];
