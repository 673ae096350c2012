import { type LoggingOptions } from './logging';
import { checkLoggingFiles, readLogging } from './logging-checks';
import { type OptionsRead } from './read-options';
import { log4jConsole } from '../configuration/logging/log4j';
import { logbackConsole } from '../configuration/logging/logback';
import { DEFAULT_LOGGING, type LoggingModel, type RollingFile } from '../configuration/logging/model';
import { type FlinkContribution, type IFlinkContext } from '../props/contribution';
import { FlinkFile } from '../props/flink-file';
import { featureProblems } from '../readers/feature-problems';

const NOTHING: OptionsRead<LoggingOptions> = { options: {}, problems: [] };

/** The files that the options select, or the problems of the options. */
export function loggingFiles(
  layout: LoggingModel['layout'],
  given: LoggingOptions | undefined,
  context: IFlinkContext,
): FlinkContribution {
  const { options, problems } = given === undefined ? NOTHING : readLogging(layout, given);
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

/** Files of the user, or the reasons why Flink would not log with them. */
export function filesOfUser(property: string, files: readonly FlinkFile[]): FlinkContribution {
  const problems = featureProblems((report) => checkLoggingFiles(property, files, report));
  return problems.length > 0 ? { problems } : { files: [...files] };
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
