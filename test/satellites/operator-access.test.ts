import { ApiObject, Testing } from 'cdk8s';
import { DeploymentMode, FlinkOperatorAccess, FlinkSessionCluster, FlinkVersion, WorkloadIdentity } from '../../src';
import { newChart, only, problems } from '../support/synth';

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

describe('FlinkOperatorAccess', () => {
  test('creates the same objects as the Helm chart of the operator', () => {
    const chart = newChart('chart', { namespace: 'jobs' });
    const access = new FlinkOperatorAccess(chart, 'Access');
    expect(ApiObject.of(access).kind).toBe('ServiceAccount');
    expect(Testing.synth(chart)).toEqual([
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'flink', namespace: 'jobs' } },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'flink', namespace: 'jobs' },
        rules: [
          { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: VERBS },
          { apiGroups: ['apps'], resources: ['deployments', 'deployments/finalizers'], verbs: VERBS },
        ],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'flink-role-binding', namespace: 'jobs' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'flink' },
        subjects: [{ kind: 'ServiceAccount', name: 'flink', namespace: 'jobs' }],
      },
    ]);
  });

  test('annotates its ServiceAccount with an identity, for clusters that need it', () => {
    const chart = newChart('chart', { namespace: 'jobs' });
    const identity = WorkloadIdentity.aws('arn:aws:iam::111122223333:role/flink');
    const access = new FlinkOperatorAccess(chart, 'Access', { identity, annotations: { a: 'b' } });
    const { warnings } = new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      mode: DeploymentMode.operator(),
      features: [identity],
      serviceAccount: access.serviceAccount,
    });
    expect(warnings).toEqual([]);
    expect(only(Testing.synth(chart), 'ServiceAccount').metadata.annotations).toEqual({
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/flink',
      a: 'b',
    });
  });

  test('provides its ServiceAccount to clusters', () => {
    const chart = newChart();
    const access = new FlinkOperatorAccess(chart, 'Access', { name: 'batch' });
    for (const id of ['first', 'second']) {
      new FlinkSessionCluster(chart, id, {
        version: FlinkVersion.V1_20,
        mode: DeploymentMode.operator(),
        serviceAccount: access.serviceAccount,
      });
    }
    expect(only(Testing.synth(chart), 'FlinkDeployment', 'second').spec.serviceAccount).toBe('batch');
  });

  test('reports a name that Kubernetes would refuse', () => {
    const chart = newChart();
    new FlinkOperatorAccess(chart, 'Access', { name: 'Flink Jobs' });
    expect(problems(() => Testing.synth(chart))).toMatchObject([
      { id: 'FLK-NAME-05', path: 'chart/Access', property: 'name' },
    ]);
  });
});
