import { error, KUBERNETES, identified } from './rule';

/** Rules about checkpoints, savepoints and the files of running jobs. */
export const STATE_RULES = identified({
  'FLK-STATE-03': error(
    "in {mode} mode Flink makes the TaskManagers' pods, and they have no number whose volume the next one could find",
    'use DeploymentMode.standalone(), or LocalRecovery.podStorage()',
    'Flink: local recovery',
  ),
  'FLK-STATE-04': error(
    'a StatefulSet, which volumes for local recovery need, replaces its pods one by one',
    'remove it',
    KUBERNETES,
  ),
});
