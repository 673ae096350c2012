import { ROLE_RULES } from './client-rules';
import { type NativeContext, nativeRule } from './native-context';
import { CLIENT } from './sources';
import { Keys } from '../../../configuration/keys';
import { type Check, checkIn } from '../../../validation/check';
import { Sources } from '../../../validation/rule';

/** Rules that the JobManager checks when it creates the first TaskManager. */

export const RPC_PORT_BELOW_1 = nativeRule({
  id: 'FLK-NAT-34',
  severity: 'error',
  rule: 'the RPC port of TaskManagers must be at least 1, because their pods name it',
  fix: 'use a port from 1 to 65535, or 0 for the port 6122',
  source: CLIENT,
  find({ taskManager: { rpcPort, hasHostNetwork } }, report) {
    if (rpcPort < (hasHostNetwork ? 0 : 1)) {
      report(`configuration.${Keys.TASK_MANAGER_RPC_PORT}`, String(rpcPort));
    }
  },
});

export const TASK_MANAGERS_WITHOUT_MEMORY = nativeRule({
  id: 'FLK-NAT-23',
  severity: 'error',
  rule: 'the JobManager would create no TaskManagers: {detail}',
  fix: 'correct the options of the memory and the CPU',
  source: Sources.FLINK,
  find({ cluster: { native, taskManager: role }, taskManager: { processRefusal } }, report) {
    if (processRefusal !== undefined && (native.isBare || role.memory !== undefined)) {
      const { keys, text: detail } = processRefusal;
      report(`configuration.${keys[0] ?? Keys.TASK_MANAGER_PROCESS_SIZE}`, undefined, { detail });
    }
  },
});

/** Checks of the JobManager about TaskManagers, in its order. */
export const RUN_TIME_RULES: readonly Check<NativeContext>[] = [
  ...ROLE_RULES.map((rule) => checkIn(rule, ({ taskManager }: NativeContext) => taskManager)),
  RPC_PORT_BELOW_1,
  TASK_MANAGERS_WITHOUT_MEMORY,
];
