import type * as kplus from 'cdk8s-plus-27';
import { type FlinkFeatureOptions } from './named-features';
import { type FlinkVersion } from '../configuration/flink-version';
import { type FileSystem } from '../features/file-system';
import { type IFlinkFeature } from '../props/contribution';
import { type FlinkFindingOptions, type FlinkPlainCredential } from '../props/finding-options';
import { type FlinkFile } from '../props/flink-file';
import { type Hardening } from '../props/hardening';
import { type FlinkWebOptions } from '../props/web-options';

/** Options of the Service that exposes the queryable state of the TaskManagers. */
export interface QueryableStateOptions {
  /**
   * Port on every node; changes the type of the Service to `NodePort`.
   * @default - a `ClusterIP` Service
   */
  readonly nodePort?: number;
  /**
   * Annotations of the Service.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Options of a cluster as a whole. */
export interface FlinkClusterOptions extends FlinkFindingOptions, FlinkFeatureOptions {
  /** The Flink release in the image. */
  readonly version: FlinkVersion;
  /**
   * Name from which all object names and selectors derive: at most 45 lower-case letters, digits and `-`, starting with
   * a letter.
   * @default - the construct's id in lower case, with every other character replaced by `-`
   */
  readonly clusterName?: string;
  /**
   * Namespace of every object.
   * @default - the namespace of the Chart
   */
  readonly namespace?: string;
  /**
   * Flink options. Nested maps are equivalent to keys with dots. Values can be strings, numbers, booleans, lists,
   * `Size` and `Duration`.
   * @default - the options that the library needs
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Flink options with values from Secrets. The values are passed to the processes as environment variables and
   * arguments, and are never written to the ConfigMap or to Git. Requires Flink 1.16 or newer. Not supported for
   * options that the start scripts read.
   * @default - none
   */
  readonly secretConfiguration?: { [key: string]: kplus.SecretValue };
  /**
   * Options and environment variables that look like credentials and are allowed in plain text, each with a reason.
   * @default - none; credentials in plain text are errors
   */
  readonly allowPlainCredentials?: FlinkPlainCredential[];
  /**
   * File systems to enable, from the plugins of the Flink distribution.
   * @default - those of the image: local files, and HDFS if the image contains Hadoop
   */
  readonly fileSystems?: FileSystem[];
  /**
   * Options that are intended although Flink's catalogue does not contain them, by key or by prefix, such as
   * `my.plugin.`.
   * @default - an unknown option is an error
   */
  readonly allowUnknownOptions?: string[];
  /**
   * Parallelism of operators that do not set their own, `parallelism.default`.
   * @default - Flink's default, which is 1
   */
  readonly parallelism?: number;
  /**
   * Options of the REST endpoint and the web UI.
   * @default - Flink's defaults
   */
  readonly web?: FlinkWebOptions;
  /**
   * Further features, from the library or your own.
   * @default - none
   */
  readonly features?: IFlinkFeature[];
  /**
   * Further files in Flink's configuration directory.
   * @default - none
   */
  readonly files?: FlinkFile[];
  /**
   * Options of every JVM, such as `-XX:+UseG1GC`, one per string. Flink's start scripts read them as plain text, so
   * quotes and `$` are not allowed.
   * @default - none
   */
  readonly jvmOptions?: string[];
  /**
   * How strictly the pods are hardened.
   * @default Hardening.RESTRICTED
   */
  readonly hardening?: Hardening;
  /**
   * Labels of every object, but not of pods.
   * @default - the recommended labels
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of every object, but not of pods.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}
