import { type FlinkOptions } from '../../configuration/flink-options';
import { highAvailabilityOf } from '../../configuration/high-availability';
import { Keys, PORTS } from '../../configuration/keys';
import { isPort } from '../../kubernetes/names';

/** The port in an option, or the default port if the option is not set or not valid (which is reported elsewhere). */
export function portOf(options: FlinkOptions, key: keyof typeof PORTS): number {
  return usable(options, key) ?? PORTS[key];
}

/** The RPC port of the JobManager; with ZooKeeper it is in another option. */
export function jobManagerRpcPort(options: FlinkOptions): number {
  const pinned = highAvailabilityOf(options) === 'zookeeper' ? usable(options, Keys.HIGH_AVAILABILITY_PORT) : undefined;
  return pinned ?? portOf(options, Keys.JOB_MANAGER_RPC_PORT);
}

/** The port that the REST server listens on. The Services can offer another port to clients. */
export function restBindPort(options: FlinkOptions): number {
  return usable(options, Keys.REST_BIND_PORT) ?? portOf(options, Keys.REST_PORT);
}

function usable(options: FlinkOptions, key: string): number | undefined {
  const port = options.integer(key);
  return isPort(port) ? port : undefined;
}
