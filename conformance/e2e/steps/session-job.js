const { render } = require('../render');
const { lines } = require('../report');

const SUBMIT_SECONDS = 300;

/** The Job that submits completes, and of the given number of runs only the newest is still running. */
const runsOnce = (name, { when, runs = 1 }) => ({
  text: `runs once ${when}`,
  async run(boot) {
    const { code, errors } = await boot.kubectl(SUBMIT_SECONDS + 10, [
      'wait',
      '--for=condition=complete',
      `job/${name}`,
      `--timeout=${SUBMIT_SECONDS}s`,
    ]);
    boot.row.finished = boot.seconds();
    if (code !== 0) return [...lines(errors), ...lines((await boot.kubectl(60, ['logs', `job/${name}`])).output)];
    const { jobs } = await (await boot.rest()).ask('/jobs/overview');
    const running = jobs.filter(({ state }) => state === 'RUNNING');
    const [last] = [...jobs].sort((a, b) => b['start-time'] - a['start-time']);
    boot.row.job = `${running.length} of ${jobs.length} runs`;
    return running.length === 1 && jobs.length === runs && running[0].jid === last.jid ? [] : [JSON.stringify(jobs)];
  },
});

/** The same Job is created again, as after the loss of its pods or by a GitOps tool. */
const isSubmittedAgain = (name) => ({
  text: `is submitted again by a new Job ${name}`,
  async run(boot) {
    const { code, errors } = await boot.kubectl(60, ['delete', 'job', name, '--wait=true']);
    return code === 0 ? boot.apply(boot.rendered.yaml) : lines(errors);
  },
});

/** The app is replaced by one with another argument of the job, as by a GitOps tool that follows our annotations. */
const changes = (name, app) => ({
  text: 'is changed in an argument of its job',
  async run(boot) {
    boot.rendered = render(app, boot.namespace);
    return isSubmittedAgain(name).run(boot);
  },
});

module.exports = { changes, isSubmittedAgain, runsOnce };
