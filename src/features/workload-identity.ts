import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../model/contribution';
import { type FlinkProblem } from '../model/flink-problem';

/** An Azure application or managed identity. */
export interface AzureWorkloadIdentityOptions {
  /** Its client id. */
  readonly clientId: string;
  /**
   * Its tenant.
   * @default - the one that the webhook of the Kubernetes cluster knows
   */
  readonly tenantId?: string;
}

/**
 * Who the pods are to a cloud: annotations of their ServiceAccounts, and labels where they are needed, by which the Kubernetes cluster
 * gives them short-lived credentials, so that no key lies anywhere.
 *
 * Given to a `FileSystem`, or among `features` for what jobs do on their own.
 */
export class WorkloadIdentity implements IFlinkFeature {
  /**
   * An IAM role of AWS, by IRSA.
   *
   * @param roleArn `arn:aws:iam::111122223333:role/flink`
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   */
  public static aws(roleArn: string): WorkloadIdentity {
    return new WorkloadIdentity('aws', { 'eks.amazonaws.com/role-arn': roleArn }, {}, [
      { got: roleArn, grammar: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/, property: 'roleArn', what: 'the ARN of an IAM role', example: 'arn:aws:iam::111122223333:role/flink' },
    ]);
  }

  /**
   * A service account of Google Cloud, by workload identity federation for GKE.
   *
   * @param serviceAccount `flink@project.iam.gserviceaccount.com`
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
   */
  public static google(serviceAccount: string): WorkloadIdentity {
    return new WorkloadIdentity('google', { 'iam.gke.io/gcp-service-account': serviceAccount }, {}, [
      { got: serviceAccount, grammar: /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/, property: 'serviceAccount', what: 'the address of a service account', example: 'flink@project.iam.gserviceaccount.com' },
    ]);
  }

  /**
   * An application or managed identity of Azure, by Microsoft Entra Workload ID.
   *
   * @see https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
   */
  public static azure(options: AzureWorkloadIdentityOptions): WorkloadIdentity {
    const { clientId, tenantId } = options;
    const annotations = {
      'azure.workload.identity/client-id': clientId,
      ...(tenantId === undefined ? {} : { 'azure.workload.identity/tenant-id': tenantId }),
    };
    return new WorkloadIdentity('azure', annotations, { 'azure.workload.identity/use': 'true' }, [
      { got: clientId, grammar: UUID, property: 'clientId', what: 'a client id', example: '00000000-0000-0000-0000-000000000000' },
      ...(tenantId === undefined ? [] : [{ got: tenantId, grammar: UUID, property: 'tenantId', what: 'a tenant id', example: '00000000-0000-0000-0000-000000000000' }]),
    ]);
  }

  private constructor(
    /** @internal */
    public readonly _cloud: 'aws' | 'google' | 'azure',
    private readonly annotations: { readonly [key: string]: string },
    private readonly labels: { readonly [key: string]: string },
    private readonly names: readonly Named[],
  ) {}

  public bind(_context: IFlinkContext): FlinkContribution {
    const { annotations, problems } = this._account();
    return problems.length > 0 ? { problems } : {
      serviceAccountAnnotations: annotations,
      ...(Object.keys(this.labels).length === 0 ? {} : { pods: { labels: { ...this.labels } } }),
    };
  }

  /**
   * What an account needs, whoever makes it.
   * @internal
   */
  public _account(): { annotations: { [key: string]: string }; problems: FlinkProblem[] } {
    return { annotations: { ...this.annotations }, problems: this.names.flatMap(problemOf) };
  }
}

/** A name that the cloud gives, and its grammar. */
interface Named {
  readonly got: unknown;
  readonly grammar: RegExp;
  readonly property: string;
  readonly what: string;
  readonly example: string;
}

const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

function problemOf({ got, grammar, property, what, example }: Named): FlinkProblem[] {
  return typeof got === 'string' && grammar.test(got)
    ? []
    : [{ property: `WorkloadIdentity.${property}`, got: String(got), rule: `it is not ${what}`, fix: `write it as ${example}` }];
}
