'use strict';

/**
 * One measurement per process: `child.js import <module>…` or
 * `child.js render <candidate> <clusters> <output directory> <literals>`. Prints the costs of the process, including
 * the imports and the start of Node, as one line of JSON.
 */
const [task, ...args] = process.argv.slice(2);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

if (task === 'import') {
  args.forEach((module) => require(module));
  console.log(JSON.stringify({ cpu: cpu() }));
} else {
  const [candidate, clusters, outdir, literals] = args;
  const { App, Chart } = require('cdk8s');
  const add = require('./candidates')[candidate](literals);
  const imported = cpu();
  const app = new App({ outdir });
  const chart = new Chart(app, 'clusters');
  for (let index = 0; index < Number(clusters); index++) {
    add(chart, `flink-${index}`, index);
  }
  const constructed = cpu();
  app.synth();
  const end = cpu();
  console.log(
    JSON.stringify({
      cpu: end,
      construct: constructed - imported,
      work: end - imported,
      peak: process.resourceUsage().maxRSS / 1024,
      constructs: app.node.findAll().length,
    }),
  );
}
