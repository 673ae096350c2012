import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { javaModuleOptions } from '../../configuration/java-options';
import { Keys } from '../../configuration/keys';

/**
 * The module options of Java 17 stand in the image's own configuration file, which the mounted one hides. Up to 1.18 there is no key
 * for defaults, so there they go before the user's options.
 */
export function javaModules(
  userOptions: string | undefined,
  { majorVersion: major, minorVersion: minor }: FlinkVersion,
): OptionEntry[] {
  const modules = javaModuleOptions(major, minor);
  if (modules === undefined) {
    return [];
  }
  return major === 1 && minor === 18
    ? [
        {
          key: Keys.JAVA_OPTS,
          value: userOptions === undefined ? modules : `${modules} ${userOptions}`,
          kind: 'merged',
          source: LIBRARY,
        },
      ]
    : [{ key: Keys.JAVA_DEFAULT_OPTS, value: modules, kind: 'default', source: LIBRARY }];
}
