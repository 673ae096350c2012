// All scenarios: `name`, `version` of Flink, `app(chart)` (the app that a user would write; returns the cluster) and
// `steps` in their order. A step has a `text`, which follows the name in the report, and `run(boot)`, which returns the
// problems.
module.exports = [
  ...require('./session'),
  ...require('./high-availability'),
  ...require('./application'),
  ...require('./session-jobs'),
  ...require('./native'),
];
