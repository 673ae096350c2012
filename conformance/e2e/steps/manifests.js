const { render } = require('../render');

/** The library renders the app of the scenario without a warning. */
const synthesizes = {
  text: 'synthesizes without a warning',
  async run(boot) {
    boot.rendered = render(boot.scenario.app, boot.namespace);
    return boot.rendered.cluster.warnings.map(({ id, text }) => `${id} ${text}`);
  },
};

/** The API server accepts it with strict validation; a warning counts as a rejection. */
const applies = {
  text: 'is accepted by the API server with strict validation',
  async run(boot) {
    await boot.createNamespace();
    return boot.apply(boot.rendered.yaml);
  },
};

/** The beginning of every scenario. */
module.exports = { isDeployed: [synthesizes, applies] };
