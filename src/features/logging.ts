import { written, given } from './logging-files';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { FlinkFile } from '../props/flink-file';

/** What is logged, and to where. */
export interface LoggingOptions {
  /**
   * Level of everything that `loggers` does not claim: `OFF`, `FATAL`, `ERROR`, `WARN`, `INFO`, `DEBUG`, `TRACE` or `ALL`.
   * @default INFO
   */
  readonly rootLevel?: string;
  /**
   * Levels by logger name, usually a package: `{ 'org.apache.flink.runtime.checkpoint': 'DEBUG' }`.
   * @default - INFO for Akka or Pekko, Kafka, Hadoop and ZooKeeper, whatever the root level
   */
  readonly loggers?: { [name: string]: string };
  /**
   * The line of one event, in log4j's pattern language. Not for JSON.
   * @default %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
   */
  readonly pattern?: string;
  /**
   * Whether events also go to the file that the web UI shows; without it the UI shows no logs.
   * @default true
   */
  readonly rollingFile?: boolean;
  /**
   * Size at which a new file is begun, in KB, MB or GB.
   * @default 100MB
   */
  readonly maxFileSize?: string;
  /**
   * Number of old files that are kept.
   * @default 10
   */
  readonly maxFiles?: number;
  /**
   * Whether to write `logback-console.xml` too, for an image that has logback instead of log4j.
   * @default false
   */
  readonly logback?: boolean;
}

/**
 * What Flink logs: to the container's output, and to a file for the web UI.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/advanced/logging/
 */
export class Logging implements IFlinkFeature {
  /**
   * The documented configuration, with levels and files of your own.
   *
   * @param options What differs from the documents
   */
  public static levels(options: LoggingOptions = {}): Logging {
    return new Logging((context) => written('pattern', options, context));
  }

  /**
   * One JSON object a line, with `timestamp` (UTC), `level`, `logger`, `thread`, `message` and, when there is one, `exception`.
   * Works with the official image as it is.
   *
   * @param options Levels and files; a pattern has no place here
   */
  public static json(options: LoggingOptions = {}): Logging {
    return new Logging((context) => written('json', options, context));
  }

  /**
   * A `log4j-console.properties` of your own.
   *
   * @param text The file's text, in the properties syntax of log4j 2
   */
  public static fromText(text: string): Logging {
    return new Logging(() => given('text', [FlinkFile.fromText('log4j-console.properties', text)]));
  }

  /**
   * Files of your own.
   *
   * @param files `log4j-console.properties`, `logback-console.xml` or both
   */
  public static fromFiles(...files: FlinkFile[]): Logging {
    return new Logging(() => given('files', files));
  }

  /** By release, so that clusters that share the value share its files, too. */
  private readonly contributions = new Map<string, FlinkContribution>();

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  /**
   * Contributes the files of the configuration directory.
   *
   * @param context The cluster that the feature is given to
   */
  public bind(context: IFlinkContext): FlinkContribution {
    const { releaseLine } = context.version;
    const contribution = this.contributions.get(releaseLine) ?? this.contribution(context);
    this.contributions.set(releaseLine, contribution);
    return contribution;
  }
}
