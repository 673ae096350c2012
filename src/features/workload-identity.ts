import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';
import { type Fields, type Reader } from '../readers/reader';
import { FEATURE_PROBLEM } from '../rules/feature-rules';

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
    return new WorkloadIdentity('aws', AWS, { roleArn });
  }

  /**
   * A service account of Google Cloud, by workload identity federation for GKE.
   *
   * @param serviceAccount `flink@project.iam.gserviceaccount.com`
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
   */
  public static google(serviceAccount: string): WorkloadIdentity {
    return new WorkloadIdentity('google', GOOGLE, { serviceAccount });
  }

  /**
   * An application or managed identity of Azure, by Microsoft Entra Workload ID.
   *
   * @see https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
   */
  public static azure(options: AzureWorkloadIdentityOptions): WorkloadIdentity {
    return new WorkloadIdentity('azure', AZURE, options);
  }

  private constructor(
    /** @internal */
    public readonly _cloud: 'aws' | 'google' | 'azure',
    private readonly cloud: Cloud,
    private readonly given: object,
  ) {}

  public bind(_context: IFlinkContext): FlinkContribution {
    const { annotations, problems } = this._account();
    const { labels } = this.cloud;
    const pods = labels === undefined ? undefined : { labels: { ...labels } };
    return problems.length > 0
      ? { problems }
      : { serviceAccountAnnotations: annotations, ...(pods === undefined ? {} : { pods }) };
  }

  /**
   * What an account needs, whoever makes it.
   * @internal
   */
  public _account(): { annotations: { [key: string]: string }; problems: FlinkProblem[] } {
    const { annotations, fields, required } = this.cloud;
    const { options, problems } = readOptions<{ [property: string]: string }>(
      this.given,
      fields,
      'WorkloadIdentity',
      required,
    );
    return {
      annotations: Object.fromEntries(
        Object.entries(options).map(([property, value]) => [annotations[property]!, value!]),
      ),
      problems,
    };
  }
}

/** How a cloud names its identities, and where they are written. */
interface Cloud {
  readonly fields: Fields<{ [property: string]: string }>;
  readonly required: string[];
  readonly annotations: { readonly [property: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

/** A name that the cloud gives. */
function named(grammar: RegExp, what: string, example: string): Reader<string> {
  return (value, property, report) => {
    if (typeof value === 'string' && grammar.test(value)) {
      return value;
    }
    report(FEATURE_PROBLEM, property, value, { rule: `it is not ${what}`, fix: `write it as ${example}` });
    return undefined;
  };
}

const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

const AWS: Cloud = {
  fields: {
    roleArn: named(
      /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      'the ARN of an IAM role',
      'arn:aws:iam::111122223333:role/flink',
    ),
  },
  required: ['roleArn'],
  annotations: { roleArn: 'eks.amazonaws.com/role-arn' },
};

const GOOGLE: Cloud = {
  fields: {
    serviceAccount: named(
      /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
      'the address of a service account',
      'flink@project.iam.gserviceaccount.com',
    ),
  },
  required: ['serviceAccount'],
  annotations: { serviceAccount: 'iam.gke.io/gcp-service-account' },
};

const AZURE: Cloud = {
  fields: {
    clientId: named(UUID, 'a client id', '00000000-0000-0000-0000-000000000000'),
    tenantId: named(UUID, 'a tenant id', '00000000-0000-0000-0000-000000000000'),
  },
  required: ['clientId'],
  annotations: { clientId: 'azure.workload.identity/client-id', tenantId: 'azure.workload.identity/tenant-id' },
  labels: { 'azure.workload.identity/use': 'true' },
};
