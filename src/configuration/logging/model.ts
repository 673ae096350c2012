/**
 * The logging of a Flink process: levels, layout and files. The writers render it for one logging framework.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export interface LoggingModel {
  /** Level of all loggers that have no level of their own. */
  readonly rootLevel: string;
  /** Levels by logger name; they override the default of the same name. */
  readonly loggers: ReadonlyMap<string, string>;
  /** Lines for people, or one JSON object per line. */
  readonly layout: 'pattern' | 'json';
  /** The line, in log4j's pattern language; `json` does not use it. */
  readonly pattern: string;
  /** The file that Flink's web UI shows, if there is one. */
  readonly rollingFile: false | RollingFile;
}

/** The size of a rolling log file: `maxFiles` old files and a current one. */
export interface RollingFile {
  readonly maxFileSize: string;
  readonly maxFiles: number;
}

/** The release that a file is written for. */
export interface LoggingVersion {
  readonly major: number;
  readonly minor: number;
}

/**
 * The configuration in the Flink documentation.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export const DEFAULT_LOGGING: LoggingModel = {
  rootLevel: 'INFO',
  loggers: new Map(),
  layout: 'pattern',
  pattern: '%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n',
  rollingFile: { maxFileSize: '100MB', maxFiles: 10 },
};
