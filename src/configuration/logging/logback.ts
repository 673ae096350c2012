import { logbackPattern } from './logback-pattern';
import { canonicalLevel, effectiveLoggers } from './loggers';
import { type LoggingModel, type LoggingVersion, type RollingFile } from './model';

/** Characters that JSON escapes, in the notation of logback's `%replace`; the backslash must be first. */
const JSON_ESCAPES: readonly (readonly [string, string])[] = [
  ['\\\\', '\\\\\\\\'],
  ['"', '\\\\"'],
  ['\\n', '\\\\n'],
  ['\\r', '\\\\r'],
  ['\\t', '\\\\t'],
  ['[\\x00-\\x1f]', ' '],
];

/**
 * The text of `logback-console.xml`, for images in which logback replaces log4j.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/#configuring-logback
 */
export function logbackConsole(model: LoggingModel, version: LoggingVersion): string {
  const appenders = model.rollingFile === false ? ['console'] : ['console', 'rolling'];
  return [
    '<configuration>',
    '  <!-- What kubectl logs shows -->',
    '  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">',
    ...encoder(model),
    '  </appender>',
    ...(model.rollingFile === false ? [] : rollingFile(model, model.rollingFile)),
    '  <!-- Levels of single libraries, which the root level does not change -->',
    ...effectiveLoggers(model, version).map(
      ({ name, level }) => `  <logger name="${xml(name)}" level="${logbackLevel(level)}"/>`,
    ),
    `  <root level="${logbackLevel(model.rootLevel)}">`,
    ...appenders.map((name) => `    <appender-ref ref="${name}"/>`),
    '  </root>',
    '</configuration>',
    '',
  ].join('\n');
}

function rollingFile(model: LoggingModel, file: RollingFile): string[] {
  return [
    '  <!-- What the web UI shows -->',
    '  <appender name="rolling" class="ch.qos.logback.core.rolling.RollingFileAppender">',
    '    <file>${log.file}</file>',
    '    <rollingPolicy class="ch.qos.logback.core.rolling.FixedWindowRollingPolicy">',
    '      <fileNamePattern>${log.file}.%i</fileNamePattern>',
    '      <minIndex>1</minIndex>',
    `      <maxIndex>${file.maxFiles}</maxIndex>`,
    '    </rollingPolicy>',
    '    <triggeringPolicy class="ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy">',
    `      <maxFileSize>${xml(file.maxFileSize)}</maxFileSize>`,
    '    </triggeringPolicy>',
    ...encoder(model),
    '  </appender>',
  ];
}

function encoder(model: LoggingModel): string[] {
  const json = model.layout === 'json';
  return [
    '    <encoder>',
    ...(json ? ['      <charset>UTF-8</charset>'] : []),
    `      <pattern>${xml(json ? jsonPattern() : logbackPattern(model.pattern))}</pattern>`,
    '    </encoder>',
  ];
}

/** The fields of the log4j file. logback 1.2, the last version that Flink's SLF4J 1.7 supports, has no JSON encoder. */
function jsonPattern(): string {
  const exception = `,"exception":"${jsonText('%ex')}"`;
  return [
    '{"timestamp":"%d{"yyyy-MM-dd\'T\'HH:mm:ss.SSS\'Z\'", UTC}"',
    '"level":"%p"',
    `"logger":"${jsonText('%c')}"`,
    `"thread":"${jsonText('%t')}"`,
    `"message":"${jsonText('%m')}"%replace(${exception}){'^,"exception":""$',''}}%nopex%n`,
  ].join(',');
}

function jsonText(conversion: string): string {
  return JSON_ESCAPES.reduce(
    (inner, [pattern, replacement]) => `%replace(${inner}){'${pattern}','${replacement}'}`,
    conversion,
  );
}

/** SLF4J has no events above ERROR, so FATAL disables logging; logback would read it as DEBUG. */
function logbackLevel(level: string): string {
  const canonical = canonicalLevel(level);
  return canonical === 'FATAL' ? 'OFF' : canonical;
}

/** Text for an attribute or an element, in ASCII, so that the encoding of the reader is irrelevant. */
function xml(text: string): string {
  return text.replace(/[&<>"]|[^\x20-\x7e]/gu, (char) => `&#${char.codePointAt(0)};`);
}
