import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type AnyFields, unread, type Fields } from '../readers/reader';

/** Options that all ways to expose the REST endpoint have. */
export interface RestAccessOptions {
  /**
   * Annotations of the Service.
   * @default - no annotations
   */
  readonly annotations?: { [key: string]: string };
}

/** Options of a REST endpoint on a port of every node. */
export interface NodePortRestAccessOptions extends RestAccessOptions {
  /**
   * The port, from 30000 to 32767 unless the Kubernetes cluster has another range.
   * @default - Kubernetes chooses one
   */
  readonly nodePort?: number;
}

/** Options of a REST endpoint behind a load balancer. */
export interface LoadBalancerRestAccessOptions extends RestAccessOptions {
  /**
   * Address ranges of permitted clients in CIDR notation, such as `10.0.0.0/8`.
   * @default - all addresses
   */
  readonly sourceRanges?: string[];
}

type AnyRestAccessOptions = NodePortRestAccessOptions & LoadBalancerRestAccessOptions;

// The reader of contributions checks the values, under the names that they have there.
const FIELDS: Fields<RestAccessOptions> = { annotations: unread };
const NODE_PORT: Fields<NodePortRestAccessOptions> = { ...FIELDS, nodePort: unread };
const LOAD_BALANCER: Fields<LoadBalancerRestAccessOptions> = { ...FIELDS, sourceRanges: unread };

/**
 * How the REST endpoint and the web UI of the JobManager are exposed.
 *
 * The REST endpoint is unauthenticated: anyone who can reach it can run code. Exposing it outside the network of the
 * Kubernetes cluster is a warning (`FLK-SVC-02`).
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class RestAccess implements IFlinkFeature {
  /** A Service with an address inside the Kubernetes cluster. */
  public static clusterIp(options: RestAccessOptions = {}): RestAccess {
    return new RestAccess('ClusterIP', FIELDS, options);
  }

  /** A Service on a port of every node, as in the Flink documentation. */
  public static nodePort(options: NodePortRestAccessOptions = {}): RestAccess {
    return new RestAccess('NodePort', NODE_PORT, options);
  }

  /** A Service with an address outside the Kubernetes cluster. */
  public static loadBalancer(options: LoadBalancerRestAccessOptions = {}): RestAccess {
    return new RestAccess('LoadBalancer', LOAD_BALANCER, options);
  }

  /** A Service without an address: its name resolves to the pods of the JobManager. */
  public static headless(options: RestAccessOptions = {}): RestAccess {
    return new RestAccess('Headless', FIELDS, options);
  }

  /** No Service for the REST endpoint only; the JobManager Service still has the port. */
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
