import { type Cloud } from './file-system-plugins';
import { azureId, googleServiceAccount, iamRole } from './identity-readers';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { toFeatureProblem } from '../readers/feature-problems';
import { type Fields, readStruct, requiring } from '../readers/reader';
import { type Problem, reporter } from '../validation/problem';

/** An Azure application or managed identity. */
export interface AzureWorkloadIdentityOptions {
  /** Its client id. */
  readonly clientId: string;
  /**
   * Its tenant.
   * @default - the tenant that the webhook of the Kubernetes cluster is configured with
   */
  readonly tenantId?: string;
}

/**
 * The identity of the pods in a cloud. Annotations of their ServiceAccounts, and labels if the cloud needs them, let
 * the Kubernetes cluster provide short-lived credentials, so that no key has to be stored.
 *
 * It is passed to a `FileSystem`, or in `features` for access by jobs.
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
    public readonly _cloud: Cloud,
    private readonly manifest: IdentityManifest,
    private readonly given: object,
  ) {}

  public bind(_context: IFlinkContext): FlinkContribution {
    const { annotations, findings } = this._account();
    if (findings.length > 0) {
      return { problems: findings.map(toFeatureProblem) };
    }
    const { labels } = this.manifest;
    const pods = labels === undefined ? {} : { pods: { labels: { ...labels } } };
    return { serviceAccountAnnotations: annotations, ...pods };
  }

  /**
   * The annotations of a ServiceAccount with this identity.
   * @internal
   */
  public _account(): { annotations: { [key: string]: string }; findings: Problem[] } {
    const { annotations, fields, required } = this.manifest;
    const findings: Problem[] = [];
    const read = readStruct(
      this.given,
      requiring(fields, ...required),
      'WorkloadIdentity',
      reporter(findings, 'cluster'),
    );
    const entries = Object.entries(read).map(([property, value]) => [annotations[property]!, value!]);
    return { annotations: Object.fromEntries(entries) as { [key: string]: string }, findings };
  }
}

/** How the identities of a cloud are written, and where. */
interface IdentityManifest {
  readonly fields: Fields<{ [property: string]: string }>;
  readonly required: string[];
  readonly annotations: { readonly [property: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

const AWS: IdentityManifest = {
  fields: { roleArn: iamRole },
  required: ['roleArn'],
  annotations: { roleArn: 'eks.amazonaws.com/role-arn' },
};

const GOOGLE: IdentityManifest = {
  fields: { serviceAccount: googleServiceAccount },
  required: ['serviceAccount'],
  annotations: { serviceAccount: 'iam.gke.io/gcp-service-account' },
};

const AZURE: IdentityManifest = {
  fields: { clientId: azureId, tenantId: azureId },
  required: ['clientId'],
  annotations: { clientId: 'azure.workload.identity/client-id', tenantId: 'azure.workload.identity/tenant-id' },
  labels: { 'azure.workload.identity/use': 'true' },
};
