import { type LoggingOptions } from './logging';
import {
  DUPLICATE_LOGGING_FILE,
  INVALID_LOG_FILE_SIZE,
  INVALID_LOG_LEVEL,
  INVALID_LOG_PATTERN,
  INVALID_LOGGER_NAME,
  INVALID_LOGGING_FILE,
  NO_LOGGING_FILE,
  NO_ROLLING_FILE,
  PATTERN_OF_JSON,
  PATTERN_UNKNOWN_TO_LOGBACK,
  TOO_MANY_LOG_FILES,
  UNUSED_LOGGING_FILE,
} from './logging-rules';
import { type OptionsRead, readOptions } from './read-options';
import { levelProblem, loggerNameProblem, patternProblem, sizeProblem } from '../configuration/logging/check';
import { unknownToLogback } from '../configuration/logging/logback-pattern';
import { DEFAULT_LOGGING, type LoggingModel } from '../configuration/logging/model';
import { LOGGING_FILE_NAMES, rawProblem } from '../configuration/logging/raw-check';
import { type FlinkFile } from '../props/flink-file';
import { featureProblems } from '../readers/feature-problems';
import { boolean, type Fields, map, number, unread } from '../readers/reader';
import { type Report } from '../validation/problem';

/** logback keeps fewer files than requested above this: `FixedWindowRollingPolicy` counts from 1 in a window of 20. */
const MOST_LOGBACK_FILES = 21;

const fileCount = number('an integer, at least 1', (value) => Number.isInteger(value) && value >= 1);

/** Levels, patterns and sizes have their own rules. */
const FIELDS: Fields<LoggingOptions> = {
  rootLevel: unread,
  loggers: map<string>(unread),
  pattern: unread,
  rollingFile: boolean,
  maxFileSize: unread,
  maxFiles: unread,
  logback: boolean,
};

/** Reads and checks the options of logging. */
export function readLogging(layout: LoggingModel['layout'], given: LoggingOptions): OptionsRead<LoggingOptions> {
  const { options, problems } = readOptions(given, FIELDS, 'Logging');
  return { options, problems: [...problems, ...featureProblems((report) => checkOptions(layout, options, report))] };
}

function checkOptions(layout: LoggingModel['layout'], options: LoggingOptions, report: Report): void {
  if (options.pattern !== undefined) {
    checkPattern(layout, options.pattern, options.logback === true, report);
  }
  if (options.rootLevel !== undefined) {
    checkLevel('rootLevel', options.rootLevel, report);
  }
  checkLoggers(options.loggers ?? {}, report);
  if (options.rollingFile === false) {
    checkWithoutFile(options, report);
  } else {
    checkRollingFile(options, report);
  }
}

function checkPattern(layout: LoggingModel['layout'], pattern: string, isForLogback: boolean, report: Report): void {
  const property = 'Logging.pattern';
  if (layout === 'json') {
    return report(PATTERN_OF_JSON, property, pattern);
  }
  const problem = patternProblem(pattern);
  if (problem !== undefined) {
    return report(INVALID_LOG_PATTERN, property, pattern, { problem, example: DEFAULT_LOGGING.pattern });
  }
  const unknown = isForLogback ? unknownToLogback(pattern) : [];
  if (unknown.length > 0) {
    report(PATTERN_UNKNOWN_TO_LOGBACK, property, pattern, { words: unknown.join(' and ') });
  }
}

function checkLevel(property: string, level: string, report: Report): void {
  if (levelProblem(level) !== undefined) {
    report(INVALID_LOG_LEVEL, `Logging.${property}`, level);
  }
}

function checkLoggers(loggers: { readonly [name: string]: string }, report: Report): void {
  for (const name of Object.keys(loggers).sort()) {
    if (loggerNameProblem(name) === undefined) {
      checkLevel(`loggers.${name}`, loggers[name]!, report);
    } else {
      report(INVALID_LOGGER_NAME, 'Logging.loggers', name);
    }
  }
}

function checkWithoutFile({ maxFileSize, maxFiles }: LoggingOptions, report: Report): void {
  for (const [property, value] of Object.entries({ maxFileSize, maxFiles })) {
    if (value !== undefined) {
      report(NO_ROLLING_FILE, `Logging.${property}`, value);
    }
  }
}

function checkRollingFile({ maxFileSize, maxFiles, logback: isForLogback }: LoggingOptions, report: Report): void {
  if (maxFileSize !== undefined && sizeProblem(maxFileSize) !== undefined) {
    report(INVALID_LOG_FILE_SIZE, 'Logging.maxFileSize', maxFileSize);
  }
  const count = maxFiles === undefined ? undefined : fileCount(maxFiles, 'Logging.maxFiles', report);
  if (isForLogback && count !== undefined && count > MOST_LOGBACK_FILES) {
    report(TOO_MANY_LOG_FILES, 'Logging.maxFiles', count, { most: MOST_LOGBACK_FILES });
  }
}

/** Reports logging files of the user with which Flink would not log as intended. */
export function checkLoggingFiles(property: string, files: readonly FlinkFile[], report: Report): void {
  if (files.length === 0) {
    report(NO_LOGGING_FILE, `Logging.${property}`, undefined, { names: LOGGING_FILE_NAMES.join(' or ') });
  }
  files.forEach((file, index) => {
    const isDuplicate = files.slice(0, index).some(({ name }) => name === file.name);
    checkLoggingFile(`Logging.${property}`, file, isDuplicate, report);
  });
}

function checkLoggingFile(property: string, file: FlinkFile, isDuplicate: boolean, report: Report): void {
  const name = LOGGING_FILE_NAMES.find((accepted) => accepted === file.name);
  if (name === undefined) {
    return report(UNUSED_LOGGING_FILE, property, file.name, { names: LOGGING_FILE_NAMES.join(' or ') });
  }
  if (isDuplicate) {
    return report(DUPLICATE_LOGGING_FILE, property, name);
  }
  const problem = rawProblem(name, textOf(file));
  if (problem !== undefined) {
    report(INVALID_LOGGING_FILE, property, name, { problem });
  }
}

/** The text of a file, which can be given in bytes. Invalid UTF-8 still contains the settings that the checks need. */
function textOf(file: FlinkFile): string {
  return file._text ?? Buffer.from(file._base64 ?? '', 'base64').toString('utf8');
}
