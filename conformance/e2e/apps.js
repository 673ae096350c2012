// Common properties of the apps of all scenarios: Flink's default memory, and little CPU, so that everything fits on a
// small node.
const { Size } = require('cdk8s');
const { FlinkVersion } = require('../../lib');

// Three such pods fit on a node with two cores; a JVM that starts can use idle CPU.
const CPU = { cpu: 0.2, cpuLimitFactor: 10 };

/** Properties of a small cluster with a Flink release. */
function small(version) {
  return {
    version: FlinkVersion.of(version),
    image: `flink:${version}`,
    jobManager: { memory: Size.mebibytes(1600), ...CPU },
    taskManager: { memory: Size.mebibytes(1728), ...CPU, taskSlots: 2 },
  };
}

module.exports = { small };
