import { defineRule, Sources } from '../validation/rule';

const SOURCE = 'Flink: logging';

export const INVALID_LOG_LEVEL = defineRule({
  id: 'FLK-LOG-01',
  severity: 'error',
  rule: 'not a log level',
  fix: 'use OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE or ALL',
  source: 'log4j 2: levels',
});

export const INVALID_LOGGER_NAME = defineRule({
  id: 'FLK-LOG-02',
  severity: 'error',
  rule: 'not the name of a logger',
  fix: 'use the name of a package or a class, without wildcards; rootLevel sets the level of the root logger',
  source: 'log4j 2: loggers',
});

export const INVALID_LOG_PATTERN = defineRule({
  id: 'FLK-LOG-03',
  severity: 'error',
  rule: 'not a pattern for the lines of a log: it {problem}',
  fix: 'use, for example, {example}',
  source: 'log4j 2: pattern layout',
});

export const PATTERN_OF_JSON = defineRule({
  id: 'FLK-LOG-04',
  severity: 'error',
  rule: 'a pattern has no effect on JSON, whose fields are fixed',
  fix: 'remove it, or use Logging.levels()',
  source: Sources.LIBRARY,
});

export const PATTERN_UNKNOWN_TO_LOGBACK = defineRule({
  id: 'FLK-LOG-05',
  severity: 'error',
  rule: 'logback does not support {words}',
  fix: 'use Logging.fromFiles() with a file for each framework',
  source: 'logback: layouts',
});

export const INVALID_LOG_FILE_SIZE = defineRule({
  id: 'FLK-LOG-06',
  severity: 'error',
  rule: 'not the size of a log file',
  fix: 'use an integer above 0 with the unit KB, MB or GB, such as 100MB',
  source: 'log4j 2: size-based triggering policy',
});

export const NO_ROLLING_FILE = defineRule({
  id: 'FLK-LOG-07',
  severity: 'error',
  rule: 'it has no effect without the rolling file',
  fix: 'remove it, or remove rollingFile',
  source: Sources.LIBRARY,
});

export const TOO_MANY_LOG_FILES = defineRule({
  id: 'FLK-LOG-08',
  severity: 'error',
  rule: 'logback keeps at most {most} old files',
  fix: 'use at most {most}',
  source: 'logback: FixedWindowRollingPolicy',
});

export const NO_LOGGING_FILE = defineRule({
  id: 'FLK-LOG-09',
  severity: 'error',
  rule: 'there is no file',
  fix: 'add {names}',
  source: SOURCE,
});

export const UNUSED_LOGGING_FILE = defineRule({
  id: 'FLK-LOG-10',
  severity: 'error',
  rule: 'Flink does not read the configuration of logging from a file with this name',
  fix: 'use the name {names}, or add the file to files of the cluster',
  source: SOURCE,
});

export const DUPLICATE_LOGGING_FILE = defineRule({
  id: 'FLK-LOG-11',
  severity: 'error',
  rule: 'two logging files have this name',
  fix: 'keep one',
  source: Sources.LIBRARY,
});

export const INVALID_LOGGING_FILE = defineRule({
  id: 'FLK-LOG-12',
  severity: 'error',
  rule: 'Flink would log nothing, or not as intended, with this file: it {problem}',
  fix: 'correct the file, or use Logging.levels()',
  source: SOURCE,
});
