import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  type ClusterReference,
  readReference,
  type SessionClusterReferenceOptions,
} from '../assembly/cluster-reference';
import { type FlinkVersion } from '../configuration/flink-version';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { Findings } from '../validation/findings';

/**
 * A reference to a session cluster by name.
 * @internal
 */
export class SessionClusterReference extends Construct implements IFlinkSessionCluster {
  public readonly clusterName: string;
  public readonly namespace?: string;
  public readonly version: FlinkVersion;
  public readonly restServiceName: string;
  public readonly restPort: number;
  /** @internal */
  public readonly _read: ClusterReference;

  constructor(scope: Construct, id: string, clusterName: string, options: Partial<SessionClusterReferenceOptions>) {
    super(scope, id);
    const read = readReference(clusterName, options);
    this._read = { ...read, namespace: read.namespace ?? Chart.of(this).namespace };
    this.clusterName = read.clusterName;
    this.namespace = this._read.namespace;
    this.version = read.version;
    this.restServiceName = read.restServiceName;
    this.restPort = read.restPort;
    Findings.of(this, read.problems, read).validate(this, 'cluster');
  }
}
