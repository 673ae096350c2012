const { readText } = require('../../documents/configuration-files');
const { until } = require('../wait');

const REGISTER_SECONDS = 180;
const JOB_SECONDS = 240;

/** The given number of TaskManagers registers at the JobManager, which has the expected version. */
const registers = (count) => ({
  text: `has ${count} TaskManager${count === 1 ? '' : 's'} registered`,
  async run(boot) {
    const { version } = boot.scenario;
    const last = await until(
      REGISTER_SECONDS,
      async () => (await boot.rest()).ask('/overview'),
      ({ taskmanagers }) => taskmanagers === count,
    );
    if (last.taskmanagers !== count)
      return [`after ${REGISTER_SECONDS} s the JobManager reports ${JSON.stringify(last)}`];
    boot.row.ready = boot.seconds();
    return last['flink-version'] === version ? [] : [`it is Flink ${last['flink-version']}, not ${version}`];
  },
});

/**
 * The JobManager has read every option of our configuration file with our value, except for those that it sets itself.
 */
const isConfigured = ({ except = [] } = {}) => ({
  text: 'has read its configuration',
  async run(boot) {
    const effective = Object.fromEntries(
      (await (await boot.rest()).ask('/jobmanager/config')).map(({ key, value }) => [key, value]),
    );
    const { name, text } = boot.rendered.configuration;
    const written = Object.entries(readText(name, text)).filter(([key]) => !except.includes(key));
    boot.row.options = written.length;
    return written
      .filter(([key, value]) => effective[key] !== value)
      .map(([key, value]) => `${key} is ${effective[key]}, but ${value} in the file`);
  },
});

/**
 * A bounded job with the given parallelism reaches FINISHED on the given number of TaskManagers, which therefore
 * exchange data.
 */
const finishes = ({ parallelism, on }) => ({
  text: `runs a job of parallelism ${parallelism} on ${on} TaskManager${on === 1 ? '' : 's'} to FINISHED`,
  async run(boot) {
    const { version } = boot.scenario;
    const rest = await boot.rest();
    const jar = (await boot.cluster.call(10, 'job_jar', version)).output.trim();
    const entryClass = (await boot.cluster.call(10, 'job_class', version)).output.trim();
    const id = await rest.start(jar, entryClass, parallelism);
    const job = await rest.ended(id, JOB_SECONDS);
    boot.row.finished = boot.seconds();
    boot.row.job = `${entryClass.split('.').pop()} on ${parallelism} slots`;
    if (job.state !== 'FINISHED')
      return [
        `it is ${job.state ?? job.error}`,
        JSON.stringify(await rest.ask(`/jobs/${id}/exceptions`)).slice(0, 3000),
      ];
    const { size } = await rest.taskManagersOf(job);
    return size === on ? [] : [`it ran on ${size} TaskManagers`];
  },
});

module.exports = { finishes, isConfigured, registers };
