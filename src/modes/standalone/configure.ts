import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { javaModuleOptions } from '../../configuration/java-options';
import { Keys, PORTS } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { objectNames } from '../shared/names';

const PINNED = [
  Keys.JOB_MANAGER_RPC_PORT, Keys.BLOB_SERVER_PORT, Keys.TASK_MANAGER_RPC_PORT, Keys.TASK_MANAGER_DATA_PORT, Keys.METRICS_QUERY_SERVICE_PORT,
].map((key): OptionEntry => ({ key, value: String(PORTS[key]), kind: 'default', source: LIBRARY }));

/** Options that standalone mode adds to those of the user: the address of the JobManager, fixed ports, what the JVM needs. */
export function configure({ clusterName, options, version }: ClusterModel): OptionEntry[] {
  const address: OptionEntry = {
    key: Keys.JOB_MANAGER_RPC_ADDRESS, value: objectNames.internalService(clusterName), kind: 'explicit', source: LIBRARY,
  };
  return [address].concat(PINNED, javaModules(options.get(Keys.JAVA_OPTS), version.majorVersion, version.minorVersion));
}

/**
 * The module options of Java 17 stand in the image's own configuration file, which the mounted one hides. Up to 1.18 there is no key
 * for defaults, so there they go before the user's options.
 */
function javaModules(userOptions: string | undefined, major: number, minor: number): OptionEntry[] {
  const modules = javaModuleOptions(major, minor);
  if (modules === undefined) {
    return [];
  }
  return major === 1 && minor === 18
    ? [{ key: Keys.JAVA_OPTS, value: userOptions === undefined ? modules : `${modules} ${userOptions}`, kind: 'merged', source: LIBRARY }]
    : [{ key: Keys.JAVA_DEFAULT_OPTS, value: modules, kind: 'default', source: LIBRARY }];
}
