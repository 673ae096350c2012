import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type AnyFields, unread, type Fields } from '../readers/reader';

/** What all ways to offer the REST endpoint have in common. */
export interface RestAccessOptions {
  /**
   * Annotations of the Service.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A REST endpoint on a port of every node. */
export interface NodePortRestAccessOptions extends RestAccessOptions {
  /**
   * The port, from 30000 to 32767 unless the cluster is set up otherwise.
   * @default - Kubernetes chooses one
   */
  readonly nodePort?: number;
}

/** A REST endpoint behind a load balancer. */
export interface LoadBalancerRestAccessOptions extends RestAccessOptions {
  /**
   * Address ranges that are let in, in CIDR form: `10.0.0.0/8`.
   * @default - all
   */
  readonly sourceRanges?: string[];
}

type AnyRestAccessOptions = NodePortRestAccessOptions & LoadBalancerRestAccessOptions;

// What they are is read with the contribution, by the names of the Service.
const FIELDS: Fields<RestAccessOptions> = { annotations: unread };
const NODE_PORT: Fields<NodePortRestAccessOptions> = { ...FIELDS, nodePort: unread };
const LOAD_BALANCER: Fields<LoadBalancerRestAccessOptions> = { ...FIELDS, sourceRanges: unread };

/**
 * How the REST endpoint and web UI of the JobManager are offered to others.
 *
 * Flink's REST endpoint runs whatever code is submitted and asks for no password, so everything beyond the cluster's own network is a
 * warning (`FLK-SVC-02`).
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class RestAccess implements IFlinkFeature {
  /** A Service that is reached from inside the Kubernetes cluster. */
  public static clusterIp(options: RestAccessOptions = {}): RestAccess {
    return new RestAccess('ClusterIP', FIELDS, options);
  }

  /** A Service on a port of every node, as in the documents. */
  public static nodePort(options: NodePortRestAccessOptions = {}): RestAccess {
    return new RestAccess('NodePort', NODE_PORT, options);
  }

  /** A Service with an address outside the Kubernetes cluster. */
  public static loadBalancer(options: LoadBalancerRestAccessOptions = {}): RestAccess {
    return new RestAccess('LoadBalancer', LOAD_BALANCER, options);
  }

  /** A Service without an address of its own: its name resolves to the JobManager's pods. */
  public static headless(options: RestAccessOptions = {}): RestAccess {
    return new RestAccess('Headless', FIELDS, options);
  }

  /** No Service of its own; the JobManager Service still has the port. */
  public static none(): RestAccess {
    return new RestAccess('None', FIELDS, {});
  }

  private constructor(
    private readonly type: string,
    private readonly fields: AnyFields,
    private readonly given: AnyRestAccessOptions,
  ) {}

  public bind(_context: IFlinkContext): FlinkContribution {
    const { options, problems } = readOptions(this.given, this.fields as Fields<AnyRestAccessOptions>, 'restAccess');
    const { annotations, nodePort, sourceRanges } = options;
    return {
      restService: { type: this.type, annotations, nodePort, loadBalancerSourceRanges: sourceRanges },
      problems,
    };
  }
}
