const { App, Chart } = require('cdk8s');

/** Returns the configuration file in the manifests. */
function configurationOf(manifests) {
  const [[name, text]] = manifests
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap(({ data }) => Object.entries(data))
    .filter(([file]) => /^(flink-conf|config)\.yaml$/.test(file));
  return { name, text };
}

/**
 * Renders an app in a namespace. Returns its YAML, its configuration file, and the public properties of its cluster.
 */
function render(build, namespace) {
  const app = new App();
  const chart = new Chart(app, 'e2e', { namespace });
  const cluster = build(chart);
  const manifests = chart.toJson();
  return {
    yaml: app.synthYaml(),
    manifests,
    configuration: configurationOf(manifests),
    cluster,
    restServiceName: cluster.restServiceName,
  };
}

module.exports = { render };
