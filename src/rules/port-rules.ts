import { type ClusterRule, clusterRule } from './cluster-rule';
import { type FlinkOptions } from '../configuration/flink-options';
import { JOB_MANAGER_PORTS, Keys, PORTS, TASK_MANAGER_PORTS } from '../configuration/keys';
import { isPort } from '../kubernetes/names';
import { Sources } from '../validation/rule';

/** Rules about the ports that options select. */

/** A process without root permissions cannot listen on a port below this one. */
const FIRST_UNPRIVILEGED = 1024;
const ALL_PORTS = new Set([...JOB_MANAGER_PORTS, ...TASK_MANAGER_PORTS]);
/** Pairs of options that select the same port on purpose. */
const SAME_PORT = [
  `${Keys.REST_PORT} ${Keys.REST_BIND_PORT}`,
  `${Keys.JOB_MANAGER_RPC_PORT} ${Keys.HIGH_AVAILABILITY_PORT}`,
];

export const NO_FIXED_PORT = clusterRule({
  id: 'FLK-CONF-08',
  severity: 'error',
  rule: 'expected one fixed port, which probes and Services refer to',
  fix: 'use an integer from 1024 to 65535',
  source: Sources.KUBERNETES,
  find({ cluster: { options } }, report) {
    for (const key of ALL_PORTS) {
      const value = options.get(key);
      if (value !== undefined && !isPort(options.integer(key))) {
        report(`configuration.${key}`, value);
      }
    }
  },
});

export const PRIVILEGED_PORT = clusterRule({
  id: 'FLK-PORT-01',
  severity: 'error',
  rule: 'only root can listen on a port below 1024, and Flink runs as user 9999',
  fix: 'use a port from 1024 to 65535',
  source: Sources.IMAGE,
  find({ cluster: { options } }, report) {
    for (const key of ALL_PORTS) {
      const port = options.integer(key);
      if (port !== undefined && isPort(port) && port < FIRST_UNPRIVILEGED) {
        report(`configuration.${key}`, options.get(key));
      }
    }
  },
});

/** Containers report this rule, too, about the ports of the finished pod. */
export const PORT_IN_USE = clusterRule({
  id: 'FLK-PORT-02',
  severity: 'error',
  rule: 'the pod already uses this port for {owner}',
  fix: 'choose another port',
  source: Sources.KUBERNETES,
  find({ cluster: { options } }, report) {
    for (const keys of [JOB_MANAGER_PORTS, TASK_MANAGER_PORTS]) {
      const owners = new Map<number, string>();
      for (const key of keys) {
        const port = portOf(key, options);
        const owner = port === undefined ? undefined : owners.get(port);
        if (owner !== undefined && !SAME_PORT.includes(`${owner} ${key}`)) {
          report(`configuration.${key}`, port, { owner });
        } else if (port !== undefined) {
          owners.set(port, key);
        }
      }
    }
  },
});

/** The REST port is in use even if no option sets it. */
function portOf(key: string, options: FlinkOptions): number | undefined {
  return options.integer(key) ?? (key === Keys.REST_PORT ? PORTS[key] : undefined);
}

export const PORT_RULES: readonly ClusterRule[] = [NO_FIXED_PORT, PRIVILEGED_PORT, PORT_IN_USE];
