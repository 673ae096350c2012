import { filesOfUser, loggingFiles } from './logging-files';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { FlinkFile } from '../props/flink-file';

/** Options of logging. */
export interface LoggingOptions {
  /**
   * Level of all loggers that `loggers` does not list: `OFF`, `FATAL`, `ERROR`, `WARN`, `INFO`, `DEBUG`, `TRACE` or
   * `ALL`.
   * @default INFO
   */
  readonly rootLevel?: string;
  /**
   * Levels by the name of the logger, usually a package: `{ 'org.apache.flink.runtime.checkpoint': 'DEBUG' }`.
   * @default - INFO for Akka or Pekko, Kafka, Hadoop and ZooKeeper, regardless of the root level
   */
  readonly loggers?: { [name: string]: string };
  /**
   * Pattern of the line of an event, in the syntax of log4j. It has no effect on JSON.
   * @default %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
   */
  readonly pattern?: string;
  /**
   * Also writes events to the file that the web UI shows. Without it, the web UI shows no logs.
   * @default true
   */
  readonly rollingFile?: boolean;
  /**
   * Size at which a new file is started, in KB, MB or GB.
   * @default 100MB
   */
  readonly maxFileSize?: string;
  /**
   * Number of old files that are kept.
   * @default 10
   */
  readonly maxFiles?: number;
  /**
   * Also writes `logback-console.xml`, for an image with logback instead of log4j.
   * @default false
   */
  readonly logback?: boolean;
}

/**
 * The logging of Flink, to the output of the container and to a file for the web UI.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export class Logging implements IFlinkFeature {
  /**
   * The configuration in the Flink documentation, with other levels and files.
   *
   * @param options Differences from the Flink documentation
   */
  public static levels(options?: LoggingOptions): Logging {
    return new Logging((context) => loggingFiles('pattern', options, context));
  }

  /**
   * One JSON object per line, with `timestamp` (UTC), `level`, `logger`, `thread`, `message` and, if there is one,
   * `exception`. Works with the unmodified official image.
   *
   * @param options Levels and files; a pattern is rejected
   */
  public static json(options?: LoggingOptions): Logging {
    return new Logging((context) => loggingFiles('json', options, context));
  }

  /**
   * Your own `log4j-console.properties`.
   *
   * @param text The content of the file, in the properties syntax of log4j 2
   */
  public static fromText(text: string): Logging {
    return new Logging(() => filesOfUser('text', [FlinkFile.fromText('log4j-console.properties', text)]));
  }

  /**
   * Your own files.
   *
   * @param files `log4j-console.properties`, `logback-console.xml` or both
   */
  public static fromFiles(...files: FlinkFile[]): Logging {
    return new Logging(() => filesOfUser('files', files));
  }

  /** Contributions by release, so that clusters with the same value share its files. */
  private readonly contributions = new Map<string, FlinkContribution>();

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  /**
   * Contributes the files of the configuration directory.
   *
   * @param context The cluster that has the feature
   */
  public bind(context: IFlinkContext): FlinkContribution {
    const { releaseLine } = context.version;
    const contribution = this.contributions.get(releaseLine) ?? this.contribution(context);
    this.contributions.set(releaseLine, contribution);
    return contribution;
  }
}
