import { type Duration } from 'cdk8s';

/**
 * The REST endpoint and the web UI of the JobManager. None of the switches is an access control.
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
   * Path that everything is offered below, `rest.url-prefix`, with a slash at both ends; from Flink 1.18 on.
   * @default '/'
   */
  readonly urlPrefix?: string;
  /**
   * Whether jars can be uploaded and run, `web.submit.enable`.
   * @default true
   */
  readonly submit?: boolean;
  /**
   * Whether jobs can be cancelled in the UI, `web.cancel.enable`; from Flink 1.14 on.
   * @default true
   */
  readonly cancel?: boolean;
  /**
   * Whether jobs can be rescaled in the UI, `web.rescale.enable`; from Flink 1.18 on.
   * @default true
   */
  readonly rescale?: boolean;
  /**
   * Whether flame graphs can be drawn, `rest.flamegraph.enabled`; from Flink 1.13 on.
   * @default false
   */
  readonly flameGraphs?: boolean;
  /**
   * Whether the profiler can be started, `rest.profiling.enabled`; from Flink 1.19 on.
   * @default false
   */
  readonly profiler?: boolean;
  /**
   * Origins that browsers may read answers from, `web.access-control-allow-origin`.
   * @default '*'
   */
  readonly accessControlAllowOrigin?: string;
  /**
   * Time between two refreshes of the UI, `web.refresh-interval`.
   * @default Duration.seconds(3)
   */
  readonly refreshInterval?: Duration;
  /**
   * Time after which a request of the UI is given up, `web.timeout`.
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
}
