import { isCapable } from './releases';

const SUN_NET_UTIL = 'java.base/sun.net.util';
const EXPORTS = [
  'java.rmi/sun.rmi.registry',
  ...['api', 'file', 'parser', 'tree', 'util'].map((name) => `jdk.compiler/com.sun.tools.javac.${name}`),
  'java.security.jgss/sun.security.krb5',
];
const OPENS = [
  'lang',
  'net',
  'io',
  'nio',
  'sun.nio.ch',
  'lang.reflect',
  'text',
  'time',
  'util',
  'util.concurrent',
  'util.concurrent.atomic',
  'util.concurrent.locks',
].map((name) => (name.startsWith('sun.') ? `java.base/${name}` : `java.base/java.${name}`));

function render(exported: readonly string[]): string {
  return [
    ...exported.map((name) => `--add-exports=${name}=ALL-UNNAMED`),
    ...OPENS.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
  ].join(' ');
}

const WITH_SUN_NET_UTIL = render([SUN_NET_UTIL, ...EXPORTS]);
const NEWEST = render(EXPORTS);

/**
 * The module options that the official image has in its configuration file, which a mounted file must repeat, because
 * Java 17 and newer reject Flink's reflection without them. `undefined` for releases that do not run on Java 17.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/java_compatibility/
 */
export function javaModuleOptions(majorVersion: number, minorVersion: number): string | undefined {
  const release = { majorVersion, minorVersion };
  if (!isCapable(release, 'runsOnJava17')) return undefined;
  return isCapable(release, 'needsSunNetUtil') ? WITH_SUN_NET_UTIL : NEWEST;
}
