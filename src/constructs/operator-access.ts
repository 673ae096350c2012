import { ApiObject, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { findingOptions } from '../assembly/finding-fields';
import { accountAnnotations, workloadIdentity } from '../features/account-identity';
import { type WorkloadIdentity } from '../features/workload-identity';
import { CHART_RULES, CHART_SERVICE_ACCOUNT } from '../modes/shared/chart-access';
import { type FlinkFindingOptions } from '../props/finding-options';
import { dnsSubdomain, objectAnnotations } from '../readers/grammar-readers';
import { type Fields, readStruct, string } from '../readers/reader';
import { Findings } from '../validation/findings';
import { type Problem, reporter } from '../validation/problem';

/** Properties of the permissions for the pods of the operator's clusters. */
export interface FlinkOperatorAccessProps extends FlinkFindingOptions {
  /**
   * Name of the ServiceAccount and of the Role.
   * @default 'flink'
   */
  readonly name?: string;
  /**
   * Namespace of the clusters.
   * @default - the namespace of the Chart
   */
  readonly namespace?: string;
  /**
   * Cloud identity of the pods. It must also be set on the clusters, as part of a `FileSystem` or in `features`.
   * @default - no cloud identity
   */
  readonly identity?: WorkloadIdentity;
  /**
   * Further annotations of the ServiceAccount.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

const FIELDS: Fields<FlinkOperatorAccessProps> = {
  name: dnsSubdomain,
  namespace: string,
  identity: workloadIdentity,
  annotations: objectAnnotations,
  ...findingOptions,
};
const RBAC = 'rbac.authorization.k8s.io';

/**
 * ServiceAccount, Role and RoleBinding for the pods of clusters that the Flink Kubernetes Operator runs, as the
 * operator's Helm chart creates them.
 *
 * The chart creates them in each namespace that it is configured to watch. If it watches all namespaces, it creates
 * them only in its own, so every other namespace needs this construct.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/rbac/
 */
export class FlinkOperatorAccess extends Construct {
  /** Name of the ServiceAccount. */
  public readonly name: string;
  private readonly annotations: { readonly [key: string]: string };

  constructor(scope: Construct, id: string, props: FlinkOperatorAccessProps = {}) {
    super(scope, id);
    const problems: Problem[] = [];
    const read = readStruct<FlinkOperatorAccessProps>(props, FIELDS, '', reporter(problems, 'cluster'));
    const namespace = read.namespace ?? Chart.of(this).namespace;
    const name = read.name ?? CHART_SERVICE_ACCOUNT;
    this.name = name;
    this.annotations = { ...accountAnnotations(read.identity, problems), ...read.annotations };
    Findings.of(this, problems, read).validate(this, 'cluster');
    const account = new ApiObject(this, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace, annotations: { ...this.annotations } },
    });
    new ApiObject(this, 'Role', {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name, namespace },
      ...{ rules: CHART_RULES.map((rule) => ({ ...rule })) },
    });
    const subject = { kind: 'ServiceAccount', name, ...(namespace === undefined ? {} : { namespace }) };
    new ApiObject(this, 'RoleBinding', {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: `${name}-role-binding`, namespace },
      ...{ roleRef: { apiGroup: RBAC, kind: 'Role', name }, subjects: [subject] },
    });
    this.node.defaultChild = account;
  }

  /** The ServiceAccount, for the prop `serviceAccount` of clusters. */
  public get serviceAccount(): kplus.IServiceAccount {
    return (
      (this.node.tryFindChild('Account') as kplus.IServiceAccount | undefined) ??
      Object.assign(ServiceAccount.fromServiceAccountName(this, 'Account', this.name), {
        _annotations: this.annotations,
      })
    );
  }
}
