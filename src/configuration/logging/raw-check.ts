/** The files from which a process of the image reads its logging configuration. */
export type LoggingFileName = 'log4j-console.properties' | 'logback-console.xml';

export const LOGGING_FILE_NAMES: readonly LoggingFileName[] = ['log4j-console.properties', 'logback-console.xml'];

/** Settings of log4j 1, which log4j 2 does not read. */
const LOG4J_1 = /^log4j\.(?:rootLogger|rootCategory|logger|category|appender|additivity|threshold)\b/;
const ROOT_REF = /^rootLogger\.appenderRef\.[^.]+\.ref$/;
const APPENDER_NAME = /^appender\.[^.]+\.name$/;

/**
 * Why Flink would log nothing, or not as intended, with a file, as a clause. These heuristics find errors before the
 * first start of a cluster, which would have no logs to explain them.
 */
export function rawProblem(fileName: LoggingFileName, text: string): string | undefined {
  if (text.trim() === '') {
    return 'must not be empty, or the process has no logging configuration';
  }
  if (text.startsWith('\ufeff')) {
    return 'must not start with a byte order mark, which hides the first setting';
  }
  if (text.includes('\r')) {
    return 'must end its lines with a line feed only, or the ConfigMap shows it as one quoted line';
  }
  return fileName === 'logback-console.xml' ? logbackProblem(text) : log4jProblem(text);
}

function log4jProblem(text: string): string | undefined {
  if (/^\s*[<{]/.test(text)) {
    return 'must be in the properties format, which log4j expects because of the name';
  }
  const settings = properties(text);
  const old = [...settings.keys()].find((key) => LOG4J_1.test(key));
  if (old !== undefined) {
    return `must use the syntax of log4j 2, which ignores \`${old}\``;
  }
  if (!settings.get('rootLogger.level')) {
    return 'must set `rootLogger.level`, or only errors are logged; log4j reads `rootLogger = …` only since 2.17.2';
  }
  return appenderProblem(settings);
}

function appenderProblem(settings: ReadonlyMap<string, string>): string | undefined {
  const valuesOf = (pattern: RegExp) => [...settings].filter(([key]) => pattern.test(key)).map(([, value]) => value);
  const known = valuesOf(APPENDER_NAME);
  const lost = valuesOf(ROOT_REF).find((name) => !name.includes('${') && !known.includes(name));
  return lost === undefined ? undefined : `must define the appender \`${lost}\` that its root logger refers to`;
}

function logbackProblem(text: string): string | undefined {
  const xml = text.replace(/<!--[\s\S]*?-->/g, '');
  if (!/^\s*</.test(xml)) {
    return 'must be XML';
  }
  if (!/<configuration[\s>]/i.test(xml) || /<(?:loggers|appenders)[\s>]/i.test(xml)) {
    return 'must be a `<configuration>` of logback, whose appenders and loggers are its direct children';
  }
  return /<root\b[^>]*\slevel\s*=/i.test(xml) || /<root\b[^>]*>\s*<level\s/i.test(xml)
    ? undefined
    : 'must have a `<root>` with a level, whose default is DEBUG';
}

/**
 * Keys and values of a properties file, as far as the checks need them: continued lines are joined, escapes are kept.
 */
function properties(text: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const line of text.replace(/\\\n\s*/g, '').split('\n')) {
    const match = /^\s*([^#!\s=:][^\s=:]*)\s*[=:]?\s*(.*)$/.exec(line);
    if (match) {
      result.set(match[1]!, match[2]!.trim());
    }
  }
  return result;
}
