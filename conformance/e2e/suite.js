const { Boot } = require('./boot');

/**
 * Boots the scenarios one after the other. The cluster is started and stopped, unless it is already running. Cleans up
 * after an interrupt, too.
 */
async function bootAll(cluster, scenarios) {
  const rows = [];
  let boot;
  const started = !cluster.isUp();
  const end = async () => {
    if (boot) await boot.remove();
    boot = undefined;
    if (started) await cluster.down();
  };
  let interrupted = false;
  const interrupt = async (signal) => {
    if (interrupted) return;
    interrupted = true;
    cluster.kill();
    await end().catch((error) => console.log(error.message));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  process.stdout.on('error', () => void interrupt('SIGPIPE')); // the reader of our output has ended
  try {
    if (started) await cluster.up();
    for (const scenario of scenarios) {
      if (interrupted) break;
      boot = new Boot(cluster, scenario);
      rows.push(boot.row);
      await boot.run();
      await boot.remove();
      boot = undefined;
    }
  } finally {
    if (!interrupted) await end();
  }
  return rows;
}

module.exports = { bootAll };
