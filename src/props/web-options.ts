import { type Duration } from 'cdk8s';

/**
 * Options of the REST endpoint and the web UI of the JobManager. None of them is an access control.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#web-ui
 */
export interface FlinkWebOptions {
  /**
   * Port of the REST endpoint, `rest.port`.
   * @default 8081
   */
  readonly port?: number;
  /**
   * Prefix of all paths, `rest.url-prefix`, with a slash at both ends. From Flink 1.18 on.
   * @default '/'
   */
  readonly urlPrefix?: string;
  /**
   * Whether jars can be uploaded and run, `web.submit.enable`.
   * @default true
   */
  readonly submit?: boolean;
  /**
   * Whether jobs can be cancelled in the UI, `web.cancel.enable`. From Flink 1.14 on.
   * @default true
   */
  readonly cancel?: boolean;
  /**
   * Whether jobs can be rescaled in the UI, `web.rescale.enable`. From Flink 1.18 on.
   * @default true
   */
  readonly rescale?: boolean;
  /**
   * Whether the UI shows flame graphs, `rest.flamegraph.enabled`. From Flink 1.13 on.
   * @default false
   */
  readonly flameGraphs?: boolean;
  /**
   * Whether the profiler can be started, `rest.profiling.enabled`. From Flink 1.19 on.
   * @default false
   */
  readonly profiler?: boolean;
  /**
   * Origins whose scripts can read responses, `web.access-control-allow-origin`.
   * @default '*'
   */
  readonly accessControlAllowOrigin?: string;
  /**
   * Time between two refreshes of the UI, `web.refresh-interval`.
   * @default Duration.seconds(3)
   */
  readonly refreshInterval?: Duration;
  /**
   * Timeout of requests of the UI, `web.timeout`.
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
}
