const { FACTS, badEvents, firstAsked, notLockedDown, notReady, restarted } = require('../checks');
const { lines } = require('../report');
const { sleep } = require('../wait');

const LIVENESS_SECONDS = 180;

/** Every process of so many pods is what the profile asks for, as the kernel sees it. */
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

/** Nothing was killed or complained about, also not by the first liveness probes, which come long after a short job. */
const isCalm = {
  text: 'stays up: ready, no restarts, no warning events',
  async run(boot) {
    const asked = firstAsked(await boot.items('pods')) + 5000;
    await sleep(Math.max(0, Math.min(asked - Date.now(), LIVENESS_SECONDS * 1000)));
    const pods = await boot.items('pods');
    return [...notReady(pods), ...restarted(pods), ...badEvents(await boot.items('events'))];
  },
};

module.exports = { isCalm, isLockedDown };
