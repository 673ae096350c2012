// What is booted, one entry a scenario.
// `cluster`: how app.js builds it; `taskManagers`: how many must register; `access`: how its REST endpoint is reached;
// `job`: how the bounded job gets there: `rest` uploads it.
module.exports = [
  { name: 'session-1-20', cluster: 'session', version: '1.20.3', image: 'flink:1.20.3', access: 'clusterIp', taskManagers: 2, job: 'rest' },
  { name: 'session-2-2', cluster: 'session', version: '2.2.0', image: 'flink:2.2.0', access: 'nodePort', taskManagers: 2, job: 'rest' },
];
