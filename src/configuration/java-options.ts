const EXPORTS_UP_TO_2_0 = 'java.base/sun.net.util';
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

const UP_TO_2_0 = render([EXPORTS_UP_TO_2_0, ...EXPORTS]);
const NEWEST = render(EXPORTS);

/**
 * The module options that the official image carries in its own configuration file and that a mounted file must repeat,
 * because Java 17 and newer refuse Flink's reflection without them. Nothing before 1.18, which does not run on Java 17;
 * an unknown newer version gets the newest list.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/java_compatibility/
 */
export function javaModuleOptions(major: number, minor: number): string | undefined {
  if (major < 1 || (major === 1 && minor < 18)) return undefined;
  return major === 1 || (major === 2 && minor === 0) ? UP_TO_2_0 : NEWEST;
}
