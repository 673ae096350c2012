import { type LoggingOptions } from './logging';
import { patternProblem, levelProblem, loggerNameProblem, sizeProblem } from '../configuration/logging/check';
import { log4jConsole } from '../configuration/logging/log4j';
import { logbackConsole } from '../configuration/logging/logback';
import { unknownToLogback } from '../configuration/logging/logback-pattern';
import { DEFAULT_LOGGING, type LoggingModel, type RollingFile } from '../configuration/logging/model';
import { LOGGING_FILE_NAMES, rawProblem } from '../configuration/logging/raw-check';
import { type FlinkContribution, type IFlinkContext } from '../props/contribution';
import { FlinkFile } from '../props/flink-file';
import { type FlinkProblem } from '../props/flink-problem';

// Most clusters log as the documents say, so that nothing is to be checked, and to log4j alone.
/** logback keeps fewer files than asked for beyond this: `FixedWindowRollingPolicy` counts from 1 in a window of 20. */
const MOST_LOGBACK_FILES = 21;

/** The files that the options ask for, or what is wrong with them. */
export function written(
  layout: LoggingModel['layout'],
  options: LoggingOptions,
  context: IFlinkContext,
): FlinkContribution {
  const problems = [...lineProblems(layout, options), ...levelProblems(options), ...fileProblems(options)];
  if (problems.length > 0) {
    return { problems };
  }
  const model = modelOf(layout, options);
  const version = { major: context.version.majorVersion, minor: context.version.minorVersion };
  return {
    files: [
      FlinkFile._lazy('log4j-console.properties', () => log4jConsole(model, version)),
      ...(options.logback ? [FlinkFile._lazy('logback-console.xml', () => logbackConsole(model, version))] : []),
    ],
  };
}

function modelOf(layout: LoggingModel['layout'], options: LoggingOptions): LoggingModel {
  const { maxFileSize, maxFiles } = DEFAULT_LOGGING.rollingFile as RollingFile;
  return {
    rootLevel: options.rootLevel ?? DEFAULT_LOGGING.rootLevel,
    loggers: new Map(Object.entries(options.loggers ?? {})),
    layout,
    pattern: options.pattern ?? DEFAULT_LOGGING.pattern,
    rollingFile: (options.rollingFile ?? true) && {
      maxFileSize: options.maxFileSize?.toUpperCase() ?? maxFileSize,
      maxFiles: options.maxFiles ?? maxFiles,
    },
  };
}

function lineProblems(layout: LoggingModel['layout'], options: LoggingOptions): FlinkProblem[] {
  const { pattern } = options;
  if (pattern === undefined) {
    return [];
  }
  if (layout === 'json') {
    return problem(
      'pattern',
      'has no effect on JSON, whose fields are fixed',
      'leave it out, or use Logging.levels()',
      String(pattern),
    );
  }
  const rule = patternProblem(pattern);
  if (rule !== undefined) {
    return problem('pattern', rule, `write, for example, ${DEFAULT_LOGGING.pattern}`, String(pattern));
  }
  const unknown = options.logback ? unknownToLogback(pattern) : [];
  return unknown.length === 0
    ? []
    : problem(
        'pattern',
        `must hold only what logback knows too, unlike ${unknown.join(' and ')}`,
        'give both files with Logging.fromFiles()',
        pattern,
      );
}

function levelProblems({ rootLevel, loggers }: LoggingOptions): FlinkProblem[] {
  const check = (property: string, level: string) => {
    const rule = levelProblem(level);
    return rule === undefined ? [] : problem(property, rule, 'write, for example, DEBUG', String(level));
  };
  const names = Object.keys(loggers ?? {}).sort();
  return [
    ...(rootLevel === undefined ? [] : check('rootLevel', rootLevel)),
    ...names.flatMap((name) => {
      const rule = loggerNameProblem(name);
      return rule === undefined
        ? check(`loggers.${name}`, loggers![name]!)
        : problem('loggers', rule, 'name a package or a class; the level of the root logger is rootLevel', name);
    }),
  ];
}

function fileProblems({ rollingFile, maxFileSize, maxFiles, logback: isForLogback }: LoggingOptions): FlinkProblem[] {
  if (rollingFile === false) {
    return Object.entries({ maxFileSize, maxFiles }).flatMap(([property, value]) =>
      value === undefined
        ? []
        : problem(
            property,
            'has no effect without the rolling file',
            'leave it out, or leave out rollingFile',
            String(value),
          ),
    );
  }
  const sizeRule = maxFileSize === undefined ? undefined : sizeProblem(maxFileSize);
  const most = isForLogback ? MOST_LOGBACK_FILES : Number.MAX_SAFE_INTEGER;
  const fits = maxFiles === undefined || (Number.isInteger(maxFiles) && maxFiles >= 1 && maxFiles <= most);
  return [
    ...(sizeRule === undefined
      ? []
      : problem('maxFileSize', sizeRule, 'write, for example, 100MB', String(maxFileSize))),
    ...(fits
      ? []
      : problem(
          'maxFiles',
          `must be a whole number from 1${isForLogback ? ` to ${most}, the most that logback keeps` : ''}`,
          'write, for example, 10',
          String(maxFiles),
        )),
  ];
}

/** Files as they were given, or why Flink would not log with them. */
export function given(property: string, files: readonly FlinkFile[]): FlinkContribution {
  const problems =
    files.length === 0
      ? problem(property, 'must not be empty', `give ${LOGGING_FILE_NAMES.join(' or ')}`)
      : files.flatMap((file, index) => givenProblems(property, file, files.slice(0, index)));
  return problems.length > 0 ? { problems } : { files: [...files] };
}

function givenProblems(property: string, file: FlinkFile, before: readonly FlinkFile[]): FlinkProblem[] {
  const name = LOGGING_FILE_NAMES.find((accepted) => accepted === file.name);
  if (name === undefined) {
    const rule = `must be named ${LOGGING_FILE_NAMES.join(' or ')}, as Flink starts with no other`;
    return problem(property, rule, "rename it, or give it with the cluster's other files", file.name);
  }
  if (before.some((other) => other.name === name)) {
    return problem(property, 'must not hold a name twice', 'leave one out', name);
  }
  const rule = rawProblem(name, textOf(file));
  return rule === undefined
    ? []
    : problem(property, rule, 'correct the text, or have it written by Logging.levels()', name);
}

/** A file may come as bytes; text that is not UTF-8 still shows the settings that the checks look for. */
function textOf(file: FlinkFile): string {
  return file._text ?? Buffer.from(file._base64 ?? '', 'base64').toString('utf8');
}

function problem(property: string, rule: string, fix: string, got?: string): FlinkProblem[] {
  return [{ property: `Logging.${property}`, rule, fix, got }];
}
