const { setTimeout: sleep } = require('node:timers/promises');

const PAUSE = 500;

/**
 * Repeats a query until `isDone(answer)`, at most for the given number of seconds. Returns the last answer, or an error
 * as `{ error }`.
 */
async function until(seconds, ask, isDone) {
  let answer;
  for (const end = performance.now() + seconds * 1000; ; await sleep(PAUSE)) {
    answer = await ask().catch((error) => ({ error: error.message }));
    if (isDone(answer) || performance.now() >= end) return answer;
  }
}

/** Waits until there are no problems, at most for the given number of seconds. Returns the remaining problems. */
async function settled(seconds, problems) {
  const found = await until(seconds, problems, (answer) => Array.isArray(answer) && answer.length === 0);
  return Array.isArray(found) ? found : [found.error];
}

module.exports = { settled, sleep, until };
