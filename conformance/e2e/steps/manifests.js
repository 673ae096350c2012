const { render } = require('../render');

/** The library renders the scenario's app without a warning. */
const synthesizes = {
  text: 'synthesizes without a warning',
  async run(boot) {
    boot.rendered = render(boot.scenario.app, boot.namespace);
    return boot.rendered.cluster.warnings.map(({ id, text }) => `${id} ${text}`);
  },
};

/** Kubernetes takes it, strictly; a warning of the server counts as a refusal. */
const applies = {
  text: 'is taken by the API server, strictly',
  async run(boot) {
    await boot.createNamespace();
    return boot.apply(boot.rendered.yaml);
  },
};

/** The beginning of every scenario. */
module.exports = { arrives: [synthesizes, applies] };
