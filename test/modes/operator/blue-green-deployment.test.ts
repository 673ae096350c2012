import { Duration, Testing } from 'cdk8s';
import {
  DeploymentMode,
  FlinkBlueGreenDeployment,
  type FlinkBlueGreenDeploymentProps,
  FlinkVersion,
  JobArtifact,
  UpgradeMode,
} from '../../../src';
import { application, manifests, newChart, only, problems } from '../../support/synth';

const job = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };

function twoColours(props: object = {}, id = 'Orders'): FlinkBlueGreenDeployment {
  return new FlinkBlueGreenDeployment(newChart(), id, {
    version: FlinkVersion.V1_20,
    job,
    ...props,
  } as FlinkBlueGreenDeploymentProps);
}

function rendered(props: object = {}): any[] {
  return Testing.synth(twoColours(props).node.scope as any);
}

describe('FlinkBlueGreenDeployment', () => {
  test('is one resource, with what an application cluster of the same props has for its spec', () => {
    const given = {
      clusterName: 'orders',
      image: 'flink:1.20.1',
      mode: DeploymentMode.operator({ restartNonce: 2 }),
      taskManager: { taskSlots: 3 },
    };
    const all = rendered(given);
    const { apiVersion, kind, metadata, spec } = only(all, 'FlinkBlueGreenDeployment');
    expect(all).toHaveLength(1);
    expect({ apiVersion, kind, name: metadata.name }).toEqual({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkBlueGreenDeployment',
      name: 'orders',
    });
    expect(spec).toEqual({ template: { spec: only(manifests(application(given)), 'FlinkDeployment').spec } });
  });

  test('has an Ingress of its own, and times of the transition as the operator reads them', () => {
    const { spec } = only(
      rendered({
        mode: DeploymentMode.operator({ ingress: { template: '{{name}}.example.com' } }),
        ingress: { template: '{{name}}.example.com' },
        abortGracePeriod: Duration.minutes(5),
        deletionDelay: Duration.seconds(90),
        rescheduleInterval: Duration.millis(1500),
      }),
      'FlinkBlueGreenDeployment',
    );
    expect(spec.ingress).toEqual({ template: '{{name}}.example.com' });
    expect(spec.template.spec.ingress).toEqual({ template: '{{name}}.example.com' });
    expect(spec.configuration).toEqual({
      'kubernetes.operator.bluegreen.abort.grace-period': '300000 ms',
      'kubernetes.operator.bluegreen.deployment-deletion.delay': '90000 ms',
      'kubernetes.operator.bluegreen.reconciliation.reschedule-interval': '1500 ms',
    });
  });

  test('is named as its construct is, and knows where its web UI is', () => {
    const made = twoColours(
      { namespace: 'jobs', ingress: { template: 'https://{{name}}.example.com/{{namespace}}' } },
      'New Orders',
    );
    expect([made.name, made.namespace, made.webUiUrl]).toEqual([
      'new-orders',
      'jobs',
      'https://new-orders.example.com/jobs/',
    ]);
    expect(twoColours({ mode: DeploymentMode.operator({ ingress: { template: 'a.b' } }) }).webUiUrl).toBeUndefined();
  });

  const directories = {
    'execution.checkpointing.dir': 's3://a/b',
    'execution.checkpointing.savepoint-dir': 's3://a/c',
  };
  const stateful = { ...job, upgradeMode: UpgradeMode.LAST_STATE };

  test.each<[string, object, string, string, object]>([
    [
      'a name that has no room for the colour',
      { clusterName: 'a'.repeat(40) },
      'clusterName',
      'FLK-OPR-61',
      { clusterName: 'a'.repeat(39) },
    ],
    [
      'state without a place for savepoints',
      { job: stateful, configuration: { 'execution.checkpointing.dir': 's3://a/b' } },
      'job.upgradeMode',
      'FLK-OPR-63',
      { job: stateful, configuration: directories },
    ],
    [
      'a path that the colour is put before',
      { mode: DeploymentMode.operator({ ingress: { template: '/a' } }) },
      'mode.ingress.template',
      'FLK-OPR-65',
      { ingress: { template: '/a' } },
    ],
    [
      'an Ingress without a template',
      { ingress: { template: '' } },
      'ingress.template',
      'FLK-OPR-87',
      { ingress: { template: 'a.b' } },
    ],
    [
      'an Ingress that is none',
      { ingress: { template: 5 } },
      'ingress.template',
      'FLK-TYPE-02',
      { ingress: { template: 'a.b' } },
    ],
    ['no time at all', { deletionDelay: 5 }, 'deletionDelay', 'FLK-TYPE-02', { deletionDelay: Duration.seconds(5) }],
    [
      'an operator that does not know it',
      { mode: DeploymentMode.operator({ operatorVersion: '1.13' }) },
      'mode.operatorVersion',
      'FLK-OPR-57',
      { mode: DeploymentMode.operator({ operatorVersion: '1.14' }) },
    ],
    ['another mode', { mode: DeploymentMode.standalone() }, 'mode', 'FLK-OPM-09', {}],
    ['no job', { job: undefined }, 'job', 'FLK-TYPE-01', {}],
    ['an unknown property', { colour: 'red' }, 'colour', 'FLK-TYPE-03', {}],
  ])('%s is told', (_what, bad, property, id, good) => {
    expect(problems(() => rendered(bad))).toEqual([
      expect.objectContaining({ id, property, path: 'chart/Orders/Template' }),
    ]);
    expect(problems(() => rendered(good))).toEqual([]);
  });

  test('props that are none are told', () => {
    expect(
      problems(() => {
        const chart = newChart();
        new FlinkBlueGreenDeployment(chart, 'Orders', undefined as any);
        Testing.synth(chart);
      }).map(({ property }) => property),
    ).toEqual(expect.arrayContaining(['version', 'job']));
  });
});
