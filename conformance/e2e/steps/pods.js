const { FACTS, badEvents, firstLivenessProbes, notLockedDown, notReady, restarted } = require('../checks');
const { lines } = require('../report');
const { sleep } = require('../wait');

const LIVENESS_SECONDS = 180;

/** There is the given number of pods, and every container meets the hardening, according to the kernel. */
const isLockedDown = (count, { token = () => false } = {}) => ({
  text: 'is locked down',
  async run(boot) {
    const pods = await boot.items('pods');
    const problems = [];
    for (const pod of pods) {
      const {
        metadata: { name },
        spec,
      } = pod;
      for (const container of spec.containers) {
        const { code, output, errors } = await boot.kubectl(30, [
          'exec',
          name,
          '-c',
          container.name,
          '--',
          'sh',
          '-c',
          FACTS,
        ]);
        const found = code === 0 ? notLockedDown(output, { token: token(pod) }) : lines(errors);
        problems.push(...found.map((problem) => `${name}/${container.name} ${problem}`));
      }
    }
    boot.row.pods = pods.length;
    return pods.length === count ? problems : [...problems, `there are ${pods.length} pods, not ${count}`];
  },
});

/** There are no restarts or warnings, even after the first liveness probes, which can be long after a short job. */
const isStable = {
  text: 'stays up: ready, no restarts, no warning events',
  async run(boot) {
    const probed = firstLivenessProbes(await boot.items('pods')) + 5000;
    await sleep(Math.max(0, Math.min(probed - Date.now(), LIVENESS_SECONDS * 1000)));
    const pods = await boot.items('pods');
    return [...notReady(pods), ...restarted(pods), ...badEvents(await boot.items('events'))];
  },
};

module.exports = { isLockedDown, isStable };
