import { type FlinkOptions } from '../../configuration/flink-options';
import { highAvailabilityOf } from '../../configuration/high-availability';
import { Keys, PORTS } from '../../configuration/keys';
import { isPort } from '../../kubernetes/names';

/** The port that an option decides; the pinned one where the option says nothing usable (which is an error of its own). */
export function portOf(options: FlinkOptions, key: keyof typeof PORTS): number {
  return usable(options, key) ?? PORTS[key];
}

/** The port of the JobManager's remote calls: under ZooKeeper it is another option's. */
export function jobManagerRpcPort(options: FlinkOptions): number {
  const pinned = highAvailabilityOf(options) === 'zookeeper' ? usable(options, Keys.HIGH_AVAILABILITY_PORT) : undefined;
  return pinned ?? portOf(options, Keys.JOB_MANAGER_RPC_PORT);
}

/** The port that the REST server listens on, which clients may reach by another number through the Services. */
export function restBindPort(options: FlinkOptions): number {
  return usable(options, Keys.REST_BIND_PORT) ?? portOf(options, Keys.REST_PORT);
}

function usable(options: FlinkOptions, key: string): number | undefined {
  const port = options.integer(key);
  return isPort(port) ? port : undefined;
}
