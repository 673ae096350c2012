import {
  DeploymentMode,
  type FlinkJob,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkVersion,
  JobArtifact,
  UpgradeMode,
} from '../../../src';
import { ids, manifests, newChart, only, problems } from '../../support/synth';

const ARTIFACT = JobArtifact.http('https://example.com/job-1.0.jar');
const { V1_20 } = FlinkVersion;

interface Surroundings {
  readonly configuration?: object;
  readonly byName?: boolean;
  readonly operatorVersion?: string;
}

function chartWith(job: Partial<FlinkJob>, props: Surroundings = {}) {
  const chart = newChart('chart', { namespace: 'jobs' });
  const mode = DeploymentMode.operator({ operatorVersion: props.operatorVersion });
  const cluster = props.byName
    ? FlinkSessionCluster.fromClusterName(chart, 'Cluster', 'shared', { version: V1_20, mode })
    : new FlinkSessionCluster(chart, 'shared', { version: V1_20, mode });
  new FlinkSessionJob(chart, 'orders', {
    cluster,
    configuration: props.configuration,
    job: { artifact: ARTIFACT, ...job },
  });
  return chart;
}

describe('a session job in operator mode', () => {
  test('is a resource with the name of the job that references its cluster', () => {
    const job = { entryClass: 'com.example.Orders', args: ['a'], parallelism: 2, upgradeMode: UpgradeMode.STATELESS };
    const chart = chartWith(job, { configuration: { 'pipeline.max-parallelism': 8 } });
    expect(only(manifests(chart), 'FlinkSessionJob')).toEqual({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkSessionJob',
      metadata: { name: 'orders', namespace: 'jobs', labels: { 'target.session': 'shared' } },
      spec: {
        deploymentName: 'shared',
        flinkConfiguration: { pipeline: { 'max-parallelism': '8' } },
        job: {
          jarURI: 'https://example.com/job-1.0.jar',
          entryClass: 'com.example.Orders',
          args: ['a'],
          parallelism: 2,
          upgradeMode: 'stateless',
        },
      },
    });
  });

  test('runs on a cluster that is imported by name', () => {
    const all = manifests(chartWith({ parallelism: 1 }, { byName: true }));
    expect(all).toHaveLength(1);
    expect(all[0].spec.deploymentName).toBe('shared');
  });

  test('accepts a jar on a file system that the operator reads', () => {
    const artifact = JobArtifact.fileSystem('s3://bucket/orders.jar');
    const jarOf = (operatorVersion: string) =>
      only(manifests(chartWith({ artifact }, { operatorVersion })), 'FlinkSessionJob').spec.job.jarURI;
    expect(jarOf('1.14.0')).toBe('s3://bucket/orders.jar');
    expect(ids(problems(() => jarOf('1.15.0')))).toEqual(['FLK-OPR-47']);
  });

  test.each([
    {
      job: { artifact: JobArtifact.http('http://192.168.56.85:8080/job.jar') },
      props: {},
      expected: ['FLK-OPR-47', 'FLK-OPR-48'],
      property: 'job.artifact',
    },
    {
      job: { upgradeMode: UpgradeMode.SAVEPOINT },
      props: {},
      expected: ['FLK-OPR-11', 'FLK-OPR-12'],
      property: 'job.upgradeMode',
    },
    {
      job: { upgradeMode: UpgradeMode.LAST_STATE },
      props: { byName: true, operatorVersion: '1.7.0' },
      expected: ['FLK-OPR-51'],
      property: 'job.upgradeMode',
    },
    { job: { upgradeMode: UpgradeMode.FAIL }, props: {}, expected: ['FLK-JOB-46'], property: 'job.upgradeMode' },
  ])('reports problems that the operator would find (%#)', ({ job, props, expected, property }) => {
    const findings = problems(() => manifests(chartWith(job, props)));
    expect(findings.map(({ id }) => id)).toEqual(expected);
    findings.forEach((one) => expect(one).toMatchObject({ property, path: 'chart/orders' }));
  });
});
