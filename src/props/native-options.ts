import { type FlinkFile } from './flink-file';

/** What Flink's own client would find where it runs, and how closely it is followed. */
export interface NativeModeOptions {
  /**
   * Renders what Flink's client would create and no more: no defaults of this library, no account, hardening, strategy or checksum, and only
   * what Flink itself refuses is an error.
   * @default false
   */
  readonly parity?: boolean;
  /**
   * Whether an application has the options that `flink run-application` states beside the given ones, such as `execution.attached`; a
   * program that calls Flink's descriptor itself states none.
   * @default true
   */
  readonly commandLine?: boolean;
  /**
   * Files of the client's configuration directory: `config.yaml` or `flink-conf.yaml`, whose options yield to `configuration`, and
   * logging files.
   * @default - none
   */
  readonly confDir?: FlinkFile[];
  /**
   * Files of the client's `HADOOP_CONF_DIR`; `HadoopConfMount` does the same in every mode.
   * @default - none
   */
  readonly hadoopConfDir?: FlinkFile[];
  /**
   * Files that options name by their path on the client: pod templates, keytab, krb5.conf.
   * @default - none
   */
  readonly clientFiles?: { [path: string]: FlinkFile };
}
