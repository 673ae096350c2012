// All scenarios: `name`, `version` of Flink, `app(chart)` (what a user would write; answers with the cluster) and `steps` in their order.
// A step has a `text`, which follows the name in the report, and `run(boot)`, which answers with what is wrong.
module.exports = [
  ...require('./session'),
  ...require('./high-availability'),
  ...require('./application'),
  ...require('./session-jobs'),
  ...require('./native'),
];
