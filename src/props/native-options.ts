import { type FlinkFile } from './flink-file';

/** The files of Flink's own client, and how closely its manifests are followed. */
export interface NativeModeOptions {
  /**
   * Renders exactly the objects that Flink's client would create: without defaults of this library, ServiceAccounts,
   * hardening, strategy or checksum. Only what Flink itself rejects is an error.
   * @default false
   */
  readonly parity?: boolean;
  /**
   * Whether an application has the options that `flink run-application` adds to the configuration, such as
   * `execution.attached`. A program that calls Flink's descriptor directly does not set them.
   * @default true
   */
  readonly includeCliOptions?: boolean;
  /**
   * Files of the client's configuration directory: logging files, and `config.yaml` or `flink-conf.yaml`, whose options
   * are defaults for `configuration`.
   * @default - none
   */
  readonly confDir?: FlinkFile[];
  /**
   * Files of the client's `HADOOP_CONF_DIR`. `HadoopConfMount` is the alternative for every mode.
   * @default - none
   */
  readonly hadoopConfDir?: FlinkFile[];
  /**
   * Files that options refer to by their paths on the client: pod templates, keytab, krb5.conf.
   * @default - none
   */
  readonly clientFiles?: { [path: string]: FlinkFile };
}
