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
  test('is one resource with the spec of an application cluster with the same props', () => {
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

  test('has its own Ingress, and durations of the transition in the format of the operator', () => {
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

  test('has the name of its construct, and the URL of its web UI', () => {
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

  test.each<{ what: string; bad: object; property: string; id: string; good: object }>([
    {
      what: 'a name without room for the color suffix',
      bad: { clusterName: 'a'.repeat(40) },
      property: 'clusterName',
      id: 'FLK-OPR-61',
      good: { clusterName: 'a'.repeat(39) },
    },
    {
      what: 'upgrade mode SAVEPOINT without a savepoint directory',
      bad: { job: stateful, configuration: { 'execution.checkpointing.dir': 's3://a/b' } },
      property: 'job.upgradeMode',
      id: 'FLK-OPR-63',
      good: { job: stateful, configuration: directories },
    },
    {
      what: 'an Ingress path that the color would be prepended to',
      bad: { mode: DeploymentMode.operator({ ingress: { template: '/a' } }) },
      property: 'mode.ingress.template',
      id: 'FLK-OPR-65',
      good: { ingress: { template: '/a' } },
    },
    {
      what: 'an Ingress without a template',
      bad: { ingress: { template: '' } },
      property: 'ingress.template',
      id: 'FLK-OPR-109',
      good: { ingress: { template: 'a.b' } },
    },
    {
      what: 'an invalid Ingress',
      bad: { ingress: { template: 5 } },
      property: 'ingress.template',
      id: 'FLK-TYPE-02',
      good: { ingress: { template: 'a.b' } },
    },
    {
      what: 'a duration of zero',
      bad: { deletionDelay: 5 },
      property: 'deletionDelay',
      id: 'FLK-TYPE-02',
      good: { deletionDelay: Duration.seconds(5) },
    },
    {
      what: 'an operator release that does not support it',
      bad: { mode: DeploymentMode.operator({ operatorVersion: '1.13' }) },
      property: 'mode.operatorVersion',
      id: 'FLK-OPR-57',
      good: { mode: DeploymentMode.operator({ operatorVersion: '1.14' }) },
    },
    { what: 'another mode', bad: { mode: DeploymentMode.standalone() }, property: 'mode', id: 'FLK-OPM-09', good: {} },
    { what: 'a missing job', bad: { job: undefined }, property: 'job', id: 'FLK-TYPE-01', good: {} },
    { what: 'an unknown property', bad: { colour: 'red' }, property: 'colour', id: 'FLK-TYPE-03', good: {} },
  ])('$what is reported', ({ bad, property, id, good }) => {
    expect(problems(() => rendered(bad))).toEqual([
      expect.objectContaining({ id, property, path: 'chart/Orders/Template' }),
    ]);
    expect(problems(() => rendered(good))).toEqual([]);
  });

  test('invalid props are reported', () => {
    expect(
      problems(() => {
        const chart = newChart();
        new FlinkBlueGreenDeployment(chart, 'Orders', undefined as any);
        Testing.synth(chart);
      }).map(({ property }) => property),
    ).toEqual(expect.arrayContaining(['version', 'job']));
  });
});
