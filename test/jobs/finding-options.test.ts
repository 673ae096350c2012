import { type Chart } from 'cdk8s';
import {
  DeploymentMode,
  FlinkApplicationCluster,
  FlinkOperatorAccess,
  FlinkServiceAccount,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkStateSnapshot,
  FlinkVersion,
  JobArtifact,
  OperatorJob,
  StateSnapshot,
  WorkloadIdentity,
} from '../../src';
import { type Finding, manifests, newChart, problems } from '../support/synth';

const JOB = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };
const MUTABLE = { image: 'registry.example.com/jobs:latest' };
const ACCEPTED = { suppressions: [{ id: 'FLK-IMG-03', reason: 'rebuilt nightly' }] };
const SHORT = { podTemplate: { spec: { terminationGracePeriodSeconds: 4 } } };

function session(chart: Chart, props: any = {}): FlinkSessionCluster {
  return new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, ...props });
}

/** The errors of a chart, and the warnings of what was created in it. */
function findings(create: (chart: Chart) => { readonly warnings: { id: string }[] } | unknown) {
  const chart = newChart('chart', { namespace: 'flink' });
  let made: any;
  const errors: Finding[] = problems(() => {
    made = create(chart);
    manifests(chart);
  });
  const warnings: { id: string }[] = made?.warnings ?? [];
  return { errors: errors.map(({ id, path }) => `${id} ${path}`), warnings: warnings.map(({ id }) => id) };
}

describe('findings of a session job', () => {
  const withJob = (props: any, cluster: any = {}) =>
    findings((chart) => new FlinkSessionJob(chart, 'Job', { cluster: session(chart, cluster), job: JOB, ...props }));

  test('are errors and warnings by their severity', () => {
    expect(withJob({ pod: MUTABLE })).toEqual({ errors: ['FLK-IMG-03 chart/Job'], warnings: [] });
    expect(withJob({ pod: SHORT })).toEqual({ errors: [], warnings: ['FLK-POD-09'] });
  });

  test('can be suppressed on the job, or on its cluster', () => {
    expect(withJob({ pod: MUTABLE, ...ACCEPTED })).toEqual({ errors: [], warnings: [] });
    expect(withJob({ pod: MUTABLE }, ACCEPTED)).toEqual({ errors: [], warnings: [] });
    expect(withJob({ pod: MUTABLE, suppressions: [] }, ACCEPTED).errors).toEqual(['FLK-IMG-03 chart/Job']);
  });

  test('are all errors where the job or its cluster is strict', () => {
    const strict = { errors: ['FLK-POD-09 chart/Job'], warnings: [] };
    expect(withJob({ pod: SHORT, strict: true })).toEqual(strict);
    expect(withJob({ pod: SHORT }, { strict: true })).toEqual(strict);
    expect(withJob({ pod: SHORT, strict: false }, { strict: true })).toEqual({ errors: [], warnings: ['FLK-POD-09'] });
  });

  test('follow the options of a reference to a cluster that is created elsewhere', () => {
    const referenced = (options: any) =>
      findings((chart) => {
        const version = FlinkVersion.V1_20;
        const cluster = FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version, ...options });
        return new FlinkSessionJob(chart, 'Job', { cluster, job: JOB, pod: MUTABLE });
      });
    expect(referenced({}).errors).toEqual(['FLK-IMG-03 chart/Job']);
    expect(referenced(ACCEPTED).errors).toEqual([]);
  });

  test('do not repeat what is reported for the JobManager, whose parts the pod shares', () => {
    const cluster = { jobManager: { volumes: [{ name: 'Bad_Name', emptyDir: {} }] } };
    expect(withJob({}, cluster).errors).toEqual(['FLK-VOL-07 chart/Flink/JobManager']);
  });
});

describe('a snapshot', () => {
  const withSnapshot = (props: any, cluster: any = {}) =>
    findings((chart) => {
      const mode = DeploymentMode.operator();
      const configuration = { 'state.savepoints.dir': 's3://bucket/savepoints' };
      const flink = { version: FlinkVersion.V1_20, mode, job: JOB, configuration, ...cluster };
      const job = new FlinkApplicationCluster(chart, 'Flink', flink);
      const snapshot = StateSnapshot.savepoint();
      const made = new FlinkStateSnapshot(chart, 'Snapshot', { snapshot, job: OperatorJob.of(job), ...props });
      expect(made.node.scope).toBe(chart);
      return { warnings: [{ id: JSON.stringify((made as any).findings.strictness) }] };
    }).warnings[0];

  test('treats findings as the cluster of its job does, unless it has options of its own', () => {
    const suppressions = [{ id: 'FLK-FS-01', reason: 'an image with a plugin' }];
    expect(withSnapshot({})).toBe('{}');
    expect(withSnapshot({}, { strict: false, suppressions })).toBe(JSON.stringify({ strict: false, suppressions }));
    expect(withSnapshot({ strict: true, suppressions: [] }, { strict: false, suppressions })).toBe(
      JSON.stringify({ strict: true, suppressions: [] }),
    );
  });
});

describe.each([
  {
    name: 'a ServiceAccount',
    create: (chart: Chart, props: any) => new FlinkServiceAccount(chart, 'Account', { name: 'a', ...props }),
  },
  {
    name: 'the access of the operator',
    create: (chart: Chart, props: any) => new FlinkOperatorAccess(chart, 'Account', props),
  },
  {
    name: 'a reference to a ServiceAccount',
    create: (chart: Chart, { suppressions, strict }: any) =>
      FlinkServiceAccount.fromServiceAccountName(chart, 'Account', 'a', { suppressions, strict }),
  },
])('$name', ({ create }) => {
  test('takes finding options and reports faulty ones', () => {
    const good = { strict: true, ...ACCEPTED };
    expect(findings((chart) => create(chart, good)).errors).toEqual([]);
    const bad = { suppressions: [{ id: 'FLK-NAME-01', reason: 'no' }] };
    expect(findings((chart) => create(chart, bad)).errors).toEqual(['FLK-TYPE-02 chart/Account']);
  });
});

test('an identity that cannot be read is an error of the ServiceAccount', () => {
  const identity = WorkloadIdentity.aws('not an ARN');
  const { errors } = findings((chart) => new FlinkServiceAccount(chart, 'Account', { name: 'a', identity }));
  expect(errors).toHaveLength(1);
});
