/** Reads a properties file as Java does, as far as these files need it: later keys win, `\u` and `\\` are escapes. */
export function parseProperties(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const line of text.split('\n').filter((row) => row.trim() !== '' && !row.startsWith('#'))) {
    const [, key, value] = /^(\S+)\s*=\s*(.*)$/.exec(line)!;
    if (pairs.has(key!)) {
      throw new Error(`${key} is set twice`);
    }
    pairs.set(
      key!,
      value!.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code?: string, char?: string) =>
        code === undefined ? char! : String.fromCharCode(parseInt(code, 16)),
      ),
    );
  }
  return pairs;
}

/** The line that the documentation gives for both appenders. */
export const DOCUMENTED_PATTERN = '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n';

/** The settings of the documented ConfigMap in every release. */
const COMMON: { readonly [key: string]: string } = {
  'rootLogger.level': 'INFO',
  'rootLogger.appenderRef.console.ref': 'ConsoleAppender',
  'rootLogger.appenderRef.rolling.ref': 'RollingFileAppender',
  'logger.kafka.name': 'org.apache.kafka',
  'logger.kafka.level': 'INFO',
  'logger.hadoop.name': 'org.apache.hadoop',
  'logger.hadoop.level': 'INFO',
  'logger.zookeeper.name': 'org.apache.zookeeper',
  'logger.zookeeper.level': 'INFO',
  'logger.netty.level': 'OFF',
  'appender.console.name': 'ConsoleAppender',
  'appender.console.type': 'CONSOLE',
  'appender.console.layout.type': 'PatternLayout',
  'appender.console.layout.pattern': DOCUMENTED_PATTERN,
  'appender.rolling.name': 'RollingFileAppender',
  'appender.rolling.type': 'RollingFile',
  'appender.rolling.append': 'false',
  'appender.rolling.fileName': '${sys:log.file}',
  'appender.rolling.filePattern': '${sys:log.file}.%i',
  'appender.rolling.layout.type': 'PatternLayout',
  'appender.rolling.layout.pattern': DOCUMENTED_PATTERN,
  'appender.rolling.policies.type': 'Policies',
  'appender.rolling.policies.size.type': 'SizeBasedTriggeringPolicy',
  'appender.rolling.policies.size.size': '100MB',
  'appender.rolling.strategy.type': 'DefaultRolloverStrategy',
  'appender.rolling.strategy.max': '10',
};

const AKKA = { 'logger.akka.name': 'akka', 'logger.akka.level': 'INFO' };
const PEKKO = { 'logger.pekko.name': 'org.apache.pekko', 'logger.pekko.level': 'INFO' };
const SHADED_NETTY = {
  'logger.netty.name': 'org.apache.flink.shaded.akka.org.jboss.netty.channel.DefaultChannelPipeline',
};
const NETTY = { 'logger.netty.name': 'org.jboss.netty.channel.DefaultChannelPipeline' };

/** The documented pairs, for each release. */
export const DOCUMENTED: ReadonlyArray<readonly [string, { readonly [key: string]: string }]> = [
  ['1.11', { ...COMMON, ...AKKA, ...SHADED_NETTY }],
  ['1.12', { ...COMMON, ...AKKA, ...SHADED_NETTY }],
  ['1.13', { ...COMMON, ...AKKA, ...SHADED_NETTY }],
  ['1.14', { ...COMMON, ...AKKA, ...NETTY }],
  ['1.15', { ...COMMON, ...AKKA, ...NETTY }],
  ['1.16', { ...COMMON, ...AKKA, ...NETTY }],
  ['1.17', { ...COMMON, ...AKKA, ...NETTY }],
  ['1.18', { ...COMMON, ...PEKKO, ...NETTY }],
  ['1.19', { ...COMMON, ...PEKKO, ...NETTY }],
  ['1.20', { ...COMMON, ...PEKKO, ...NETTY }],
  ['2.0', { ...COMMON, ...PEKKO, ...NETTY }],
  ['2.1', { ...COMMON, ...PEKKO, ...NETTY }],
  ['2.2', { ...COMMON, ...PEKKO, ...NETTY }],
  ['2.3', { ...COMMON, ...PEKKO, ...NETTY }],
];

/** The release line in the form that the writers take. */
export function release(line: string): { major: number; minor: number } {
  const [major, minor] = line.split('.').map(Number);
  return { major: major!, minor: minor! };
}
