const { lines } = require('../report');
const { until } = require('../wait');
const { FINAL } = require('../rest');

const APPLICATION_SECONDS = 240;
const COMPLETE_SECONDS = 240;

/** The only job of the cluster reaches FINISHED, and the cluster still responds. */
const applicationFinishes = {
  text: 'finishes its job, and still responds',
  async run(boot) {
    const jobs = async () => (await (await boot.rest()).ask('/jobs/overview')).jobs;
    const found = await until(
      APPLICATION_SECONDS,
      jobs,
      (answer) => answer.length > 0 && answer.every(({ state }) => FINAL.includes(state)),
    );
    boot.row.finished = boot.seconds();
    if (!Array.isArray(found)) return [found.error];
    boot.row.job = found.map(({ name }) => name).join(', ');
    return found.length === 1 && found[0].state === 'FINISHED' ? [] : [JSON.stringify(found)];
  },
};

/** The Job of the JobManager completes at its first attempt, because Flink's job has finished. */
const completes = (name) => ({
  text: `completes its Job ${name}`,
  async run(boot) {
    const { code, errors } = await boot.kubectl(COMPLETE_SECONDS + 10, [
      'wait',
      '--for=condition=complete',
      `job/${name}`,
      `--timeout=${COMPLETE_SECONDS}s`,
    ]);
    boot.row.finished = boot.seconds();
    if (code !== 0) return lines(errors);
    const { output } = await boot.kubectl(60, ['logs', `job/${name}`]);
    const { status } = await boot.cluster.read(['-n', boot.namespace, 'get', 'job', name]);
    boot.row.job = name;
    return [
      ...(/ reached terminal state FINISHED/.test(output) ? [] : ['its log does not report that the job is FINISHED']),
      ...(status.failed ? [`${status.failed} of its pods have failed`] : []),
    ];
  },
});

module.exports = { applicationFinishes, completes };
