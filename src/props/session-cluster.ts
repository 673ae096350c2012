import { type IConstruct } from 'constructs';
import { type FlinkVersion } from '../configuration/flink-version';

/** A session cluster that jobs can be submitted to, created in this app or elsewhere. */
export interface IFlinkSessionCluster extends IConstruct {
  /** The name that all object names and selectors derive from. */
  readonly clusterName: string;
  /** The namespace of the cluster's objects, if it is known. */
  readonly namespace?: string;
  /** The Flink release. */
  readonly version: FlinkVersion;
  /** Name of the Service that exposes the REST endpoint. */
  readonly restServiceName: string;
  /** Port of the REST endpoint on the Services. */
  readonly restPort: number;
}
