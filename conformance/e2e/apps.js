// What every app of the scenarios has: Flink's memory, and little CPU so that everything fits on a small node.
const { Size } = require('cdk8s');
const { FlinkVersion } = require('../../lib');

// A node with two cores takes three such pods; a JVM that starts may use what is idle.
const CPU = { cpu: 0.2, cpuLimitFactor: 10 };

/** Properties of a small cluster of a release. */
function small(version) {
  return {
    version: FlinkVersion.of(version),
    image: `flink:${version}`,
    jobManager: { memory: Size.mebibytes(1600), ...CPU },
    taskManager: { memory: Size.mebibytes(1728), ...CPU, taskSlots: 2 },
  };
}

module.exports = { small };
