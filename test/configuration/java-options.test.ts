import { javaModuleOptions } from '../../src/configuration/java-options';

// The value of env.java.opts.all in the configuration files of Flink 1.18.1 and 2.2.1, without repeated parts.
const EXPORTS = [
  'java.rmi/sun.rmi.registry',
  'jdk.compiler/com.sun.tools.javac.api',
  'jdk.compiler/com.sun.tools.javac.file',
  'jdk.compiler/com.sun.tools.javac.parser',
  'jdk.compiler/com.sun.tools.javac.tree',
  'jdk.compiler/com.sun.tools.javac.util',
  'java.security.jgss/sun.security.krb5',
];
const OPENS = [
  'java.lang',
  'java.net',
  'java.io',
  'java.nio',
  'sun.nio.ch',
  'java.lang.reflect',
  'java.text',
  'java.time',
  'java.util',
  'java.util.concurrent',
  'java.util.concurrent.atomic',
  'java.util.concurrent.locks',
];
const text = (exported: string[]) =>
  [
    ...exported.map((name) => `--add-exports=${name}=ALL-UNNAMED`),
    ...OPENS.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
  ].join(' ');

describe('javaModuleOptions', () => {
  test.each([
    [0, 99],
    [1, 9],
    [1, 11],
    [1, 17],
  ])('%d.%d has no options', (major, minor) => {
    expect(javaModuleOptions(major, minor)).toBeUndefined();
  });

  test.each([
    [1, 18],
    [1, 19],
    [1, 20],
    [1, 100],
    [2, 0],
  ])('%d.%d has the options with sun.net.util', (major, minor) => {
    expect(javaModuleOptions(major, minor)).toBe(text(['java.base/sun.net.util', ...EXPORTS]));
  });

  test.each([
    [2, 1],
    [2, 2],
    [2, 10],
    [3, 0],
    [10, 1],
  ])('%d.%d has the options without sun.net.util', (major, minor) => {
    expect(javaModuleOptions(major, minor)).toBe(text(EXPORTS));
  });
});
