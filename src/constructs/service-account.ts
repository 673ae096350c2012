import { ApiObject, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { findingOptions } from '../assembly/finding-fields';
import { accountAnnotations, workloadIdentity } from '../features/account-identity';
import { type WorkloadIdentity } from '../features/workload-identity';
import { type FlinkFindingOptions } from '../props/finding-options';
import { dnsSubdomain, objectAnnotations, objectLabels } from '../readers/grammar-readers';
import { secret } from '../readers/object-readers';
import { type Fields, list, readStruct, requiring, struct, string } from '../readers/reader';
import { Findings } from '../validation/findings';
import { type Problem, reporter } from '../validation/problem';

/** Properties of a ServiceAccount. */
export interface FlinkServiceAccountProps extends FlinkFindingOptions {
  /** Name of the ServiceAccount. */
  readonly name: string;
  /**
   * Cloud identity of the pods that use the ServiceAccount.
   * @default - no cloud identity
   */
  readonly identity?: WorkloadIdentity;
  /**
   * Annotations of the ServiceAccount.
   * @default - those of the identity
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Labels of the ServiceAccount.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Secrets with registry credentials, for every pod that uses the ServiceAccount.
   * @default - none
   */
  readonly imagePullSecrets?: kplus.ISecret[];
}

/** Options of a reference to an existing ServiceAccount. */
export interface FromServiceAccountNameOptions extends FlinkFindingOptions {
  /**
   * Namespace of the ServiceAccount.
   * @default - the namespace of the Chart
   */
  readonly namespace?: string;
}

const FIELDS: Fields<FlinkServiceAccountProps> = {
  name: dnsSubdomain,
  identity: workloadIdentity,
  annotations: objectAnnotations,
  labels: objectLabels,
  imagePullSecrets: list(secret),
  ...findingOptions,
};

/**
 * A ServiceAccount for the pods of several clusters, or for both roles of one cluster, to be passed as
 * `serviceAccount`.
 *
 * It has no permissions of its own: each cluster binds exactly those that its roles need. Its token is mounted only
 * into pods that need it. A cluster without `serviceAccount` creates a ServiceAccount for each role.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class FlinkServiceAccount extends Construct implements kplus.IServiceAccount {
  /**
   * References an existing ServiceAccount. Unlike the method of cdk8s-plus, it uses the namespace of the Chart unless
   * another one is set.
   *
   * @param scope The scope of the reference
   * @param id The id of the reference
   * @param name Name of the ServiceAccount
   * @param options Namespace of the ServiceAccount, and how findings are treated
   */
  public static fromServiceAccountName(
    scope: Construct,
    id: string,
    name: string,
    options: FromServiceAccountNameOptions = {},
  ): kplus.IServiceAccount {
    const problems: Problem[] = [];
    const read = readStruct<ImportedOptions>(
      { options, name },
      requiring(IMPORTED, 'name'),
      '',
      reporter(problems, 'cluster'),
    );
    const account = new ImportedServiceAccount(
      scope,
      id,
      read.name ?? id.toLowerCase(),
      read.options?.namespace ?? Chart.of(scope).namespace,
    );
    Findings.of(account, problems, read.options).validate(account, 'cluster');
    return account;
  }

  /** Name of the ServiceAccount. */
  public readonly name: string;
  /** Namespace of the ServiceAccount, if it is known. */
  public readonly namespace?: string;
  /** @internal */
  public readonly _annotations: { readonly [key: string]: string };
  /** API version of the object. */
  public readonly apiVersion: string = API.apiVersion;
  /** API group of the object: the core group. */
  public readonly apiGroup: string = API.apiGroup;
  /** Kind of the object. */
  public readonly kind: string = API.kind;
  /** Name of the kind in RBAC rules. */
  public readonly resourceType: string = API.resourceType;
  /** Name of the ServiceAccount in RBAC rules. */
  public readonly resourceName?: string;

  constructor(scope: Construct, id: string, props: FlinkServiceAccountProps) {
    super(scope, id);
    const problems: Problem[] = [];
    const read = readStruct<FlinkServiceAccountProps>(
      props,
      requiring(FIELDS, 'name'),
      '',
      reporter(problems, 'cluster'),
    );
    this.name = read.name ?? id.toLowerCase();
    this.resourceName = this.name;
    this.namespace = Chart.of(this).namespace;
    this._annotations = { ...accountAnnotations(read.identity, problems), ...read.annotations };
    // No cluster is known here: several clusters may share the ServiceAccount.
    Findings.of(this, problems, read).validate(this, 'cluster');
    this.node.defaultChild = new ApiObject(this, 'Default', {
      apiVersion: API.apiVersion,
      kind: API.kind,
      metadata: { name: this.name, labels: read.labels, annotations: { ...this._annotations } },
      automountServiceAccountToken: false,
      ...(read.imagePullSecrets === undefined
        ? {}
        : { imagePullSecrets: read.imagePullSecrets.map((pull) => ({ name: pull.name })) }),
    });
  }

  /** Returns the ServiceAccount as the subject of a `kplus.RoleBinding`. */
  public toSubjectConfiguration(): kplus.SubjectConfiguration {
    return subject(this.name, this.namespace);
  }
}

interface ImportedOptions {
  readonly name: string;
  readonly options?: FromServiceAccountNameOptions;
}

const IMPORTED: Fields<ImportedOptions> = {
  name: dnsSubdomain,
  options: struct<FromServiceAccountNameOptions>({ namespace: string, ...findingOptions }),
};

const API = { apiVersion: 'v1', apiGroup: '', kind: 'ServiceAccount', resourceType: 'serviceaccounts' };

class ImportedServiceAccount extends Construct implements kplus.IServiceAccount {
  public readonly apiVersion = API.apiVersion;
  public readonly apiGroup = API.apiGroup;
  public readonly kind = API.kind;
  public readonly resourceType = API.resourceType;
  public readonly resourceName: string;

  constructor(
    scope: Construct,
    id: string,
    public readonly name: string,
    public readonly namespace: string | undefined,
  ) {
    super(scope, id);
    this.resourceName = name;
  }

  public toSubjectConfiguration(): kplus.SubjectConfiguration {
    return subject(this.name, this.namespace);
  }
}

function subject(name: string, namespace: string | undefined): kplus.SubjectConfiguration {
  return { kind: API.kind, name, apiGroup: API.apiGroup, ...(namespace === undefined ? {} : { namespace }) };
}
