'use strict';

/**
 * The candidates: different ways to write the same cluster. Each entry loads its own modules and returns a function
 * that adds a cluster to a chart, so that a process measures only its own candidate.
 */
module.exports = {
  'cdk8s-flink': () => {
    const { Size } = require('cdk8s');
    const { FlinkSessionCluster, FlinkVersion } = require('..');
    return (chart, name) =>
      new FlinkSessionCluster(chart, name, {
        version: FlinkVersion.V1_20,
        jobManager: { memory: Size.mebibytes(1600), cpu: 1 },
        taskManager: { memory: Size.mebibytes(1728), cpu: 1, taskSlots: 2, replicas: 2 },
        configuration: { 'parallelism.default': 2 },
      });
  },

  // The manifests of cdk8s-flink as literals in code: see literals.js.
  ApiObject: (literals) => {
    const cdk8s = require('cdk8s');
    const { Construct } = require('constructs');
    const add = require(literals);
    return (chart, name, index) => add({ ...cdk8s, Construct }, chart, name, index);
  },

  'cdk8s-plus': () => require('./cdk8s-plus'),
};
