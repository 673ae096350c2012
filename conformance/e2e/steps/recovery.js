const { compile } = require('../jobs/compile');
const { lines } = require('../report');
const { until } = require('../wait');

const RUNNING_SECONDS = 120;
const CHECKPOINT_SECONDS = 120;
const RECOVERY_SECONDS = 240;

const isRunning = ({ state, vertices = [] }) =>
  state === 'RUNNING' && vertices.length > 0 && vertices.every(({ status }) => status === 'RUNNING');
const completed = ({ latest }) => latest?.completed?.id ?? 0;

/**
 * An endless job runs and completes checkpoints. It is submitted to the standby JobManager, as can happen with the
 * Service.
 */
const runsEndless = ({ parallelism }) => ({
  text: 'runs an endless job with checkpoints, which was submitted to the standby JobManager',
  async run(boot) {
    const jar = await compile(boot, 'Endless');
    const { pod } = await leader(boot);
    const standby = (await boot.items('pods', { component: 'jobmanager' })).find(
      ({ metadata: { name } }) => name !== pod,
    );
    const id = await boot.restOf(standby).start(jar, 'Endless', parallelism);
    const rest = await boot.rest();
    boot.job = { id };
    const job = await until(RUNNING_SECONDS, () => rest.ask(`/jobs/${id}`), isRunning);
    if (!isRunning(job))
      return [
        `it is ${job.state ?? job.error}`,
        JSON.stringify(await rest.ask(`/jobs/${id}/exceptions`)).slice(0, 3000),
      ];
    const checkpoints = await until(
      CHECKPOINT_SECONDS,
      () => rest.ask(`/jobs/${id}/checkpoints`),
      (answer) => completed(answer) >= 2,
    );
    boot.job.checkpoint = completed(checkpoints);
    return boot.job.checkpoint >= 2 ? [] : [JSON.stringify(checkpoints).slice(0, 1000)];
  },
});

/** The leading JobManager is killed without a grace period. */
const losesLeader = {
  text: 'loses the leading JobManager',
  async run(boot) {
    const holder = await leader(boot);
    if (holder.pod === undefined) return [`no pod has the leader's address, ${holder.address}`];
    boot.lost = holder;
    const { code, errors } = await boot.kubectl(60, [
      'delete',
      'pod',
      holder.pod,
      '--grace-period=0',
      '--force',
      '--wait=true',
    ]);
    return code === 0 ? [] : lines(errors).filter((line) => !/^Warning: Immediate deletion/.test(line));
  },
};

/**
 * The job runs again with another leader, from a checkpoint at least as new as the last one that was observed, and
 * completes further checkpoints.
 */
const resumes = {
  text: 'resumes from its checkpoint with another leader',
  async run(boot) {
    const { id, checkpoint } = boot.job;
    const next = await until(
      RECOVERY_SECONDS,
      () => leader(boot),
      ({ pod }) => pod !== undefined && pod !== boot.lost.pod,
    );
    const rest = await boot.rest();
    const job = await until(RECOVERY_SECONDS, () => rest.ask(`/jobs/${id}`), isRunning);
    if (!isRunning(job)) return [`the leader is ${JSON.stringify(next)}`, `the job is ${job.state ?? job.error}`];
    const last = await until(
      RECOVERY_SECONDS,
      () => rest.ask(`/jobs/${id}/checkpoints`),
      ({ latest }) => latest?.restored !== null && completed({ latest }) > latest?.restored?.id,
    );
    const restored = last.latest?.restored?.id ?? 0;
    boot.row.job = `restored from checkpoint ${restored}`;
    boot.row.finished = boot.seconds();
    if (restored >= checkpoint && completed(last) > restored) return [];
    return [`the last checkpoint before was ${checkpoint}`, JSON.stringify(last).slice(0, 1000)];
  },
};

/**
 * Returns the pod with the address that the leader has published in the ConfigMap of the cluster (Flink 1.15 and
 * newer).
 */
async function leader(boot) {
  const name = `${boot.rendered.cluster.clusterName}-cluster-config-map`;
  const { data = {} } = await boot.cluster.read(['-n', boot.namespace, 'get', 'configmap', name]);
  const [, address] = /\/\/flink@([^:]+):/.exec(Object.values(data).join(' ')) ?? [];
  const pods = await boot.items('pods');
  return { address, pod: pods.find(({ status }) => status.podIP === address)?.metadata.name };
}

module.exports = { losesLeader, resumes, runsEndless };
