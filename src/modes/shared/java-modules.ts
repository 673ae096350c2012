import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { javaModuleOptions } from '../../configuration/java-options';
import { Keys } from '../../configuration/keys';

/**
 * The module options that Java 17 needs. The image has them in its own configuration file, which the mounted one hides.
 * Releases without an option for defaults get them before the options of the user.
 */
export function javaModules(userOptions: string | undefined, version: FlinkVersion): OptionEntry[] {
  const modules = javaModuleOptions(version.majorVersion, version.minorVersion);
  if (modules === undefined) {
    return [];
  }
  if (version._can('readsDefaultJavaOptions')) {
    return [{ key: Keys.JAVA_DEFAULT_OPTS, value: modules, kind: 'default', source: LIBRARY }];
  }
  const value = userOptions === undefined ? modules : `${modules} ${userOptions}`;
  return [{ key: Keys.JAVA_OPTS, value, kind: 'merged', source: LIBRARY }];
}
