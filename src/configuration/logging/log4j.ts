import { canonicalLevel, effectiveLoggers } from './loggers';
import { type LoggingModel, type LoggingVersion, type RollingFile } from './model';

/**
 * One JSON object per line, only with log4j-core: docs/decisions/json-logging.md. References such as `${…}` in messages
 * are not resolved (`nolookups`, for the log4j of Flink 1.11 to 1.14), and an event without an exception has no such
 * key.
 */
const JSON_PATTERN = [
  '{"timestamp":"%d{yyyy-MM-dd\'T\'HH:mm:ss.SSS\'Z\'}{UTC}"',
  '"level":"%p"',
  '"logger":"%enc{%c}{JSON}"',
  '"thread":"%enc{%t}{JSON}"',
  '"message":"%enc{%m{nolookups}}{JSON}"%notEmpty{,"exception":"%enc{%ex}{JSON}"}}%n',
].join(',');

/**
 * The text of `log4j-console.properties`, which the processes of the image read at their start.
 *
 * @see https://logging.apache.org/log4j/2.x/manual/configuration.html#java-properties-features
 */
export function log4jConsole(model: LoggingModel, version: LoggingVersion): string {
  return [
    '# Everything that no logger below claims',
    ...root(model),
    '',
    '# Levels of single libraries, which the root level does not change',
    ...effectiveLoggers(model, version).flatMap(({ id, name, level }) => [
      pair(`logger.${id}.name`, name),
      pair(`logger.${id}.level`, level),
    ]),
    '',
    '# What kubectl logs shows',
    pair('appender.console.name', 'ConsoleAppender'),
    pair('appender.console.type', 'CONSOLE'),
    ...layout('console', model),
    ...(model.rollingFile === false ? [] : rollingFile(model, model.rollingFile)),
    '',
  ].join('\n');
}

function root(model: LoggingModel): string[] {
  return [
    pair('rootLogger.level', canonicalLevel(model.rootLevel)),
    pair('rootLogger.appenderRef.console.ref', 'ConsoleAppender'),
    ...(model.rollingFile === false ? [] : [pair('rootLogger.appenderRef.rolling.ref', 'RollingFileAppender')]),
  ];
}

function rollingFile(model: LoggingModel, file: RollingFile): string[] {
  return [
    '',
    '# What the web UI shows',
    pair('appender.rolling.name', 'RollingFileAppender'),
    pair('appender.rolling.type', 'RollingFile'),
    pair('appender.rolling.append', 'false'),
    pair('appender.rolling.fileName', '${sys:log.file}'),
    pair('appender.rolling.filePattern', '${sys:log.file}.%i'),
    ...layout('rolling', model),
    pair('appender.rolling.policies.type', 'Policies'),
    pair('appender.rolling.policies.size.type', 'SizeBasedTriggeringPolicy'),
    pair('appender.rolling.policies.size.size', file.maxFileSize),
    pair('appender.rolling.strategy.type', 'DefaultRolloverStrategy'),
    pair('appender.rolling.strategy.max', String(file.maxFiles)),
  ];
}

function layout(appender: string, model: LoggingModel): string[] {
  const key = `appender.${appender}.layout`;
  return [
    pair(`${key}.type`, 'PatternLayout'),
    ...(model.layout === 'pattern'
      ? [pair(`${key}.pattern`, model.pattern)]
      : [
          // JSON is UTF-8 in every locale, and a stack trace after the object would be a separate line.
          pair(`${key}.charset`, 'UTF-8'),
          pair(`${key}.alwaysWriteExceptions`, 'false'),
          pair(`${key}.pattern`, JSON_PATTERN),
        ]),
  ];
}

function pair(key: string, value: string): string {
  return `${key} = ${escaped(value)}`;
}

/** A value that Java can read as Latin-1; spaces at its ends must be escaped. */
function escaped(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replace(/^ | $|[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
