import { Testing } from 'cdk8s';
import {
  DeploymentMode,
  FileSystem,
  FlinkApplicationCluster,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkStateSnapshot,
  type FlinkStateSnapshotProps,
  FlinkVersion,
  JobArtifact,
  OperatorJob,
  SavepointFormat,
  StateSnapshot,
} from '../../src';
import { newChart, only, problems } from '../support/synth';

function rendered(props: FlinkStateSnapshotProps, id = 'Snapshot'): any[] {
  const chart = newChart();
  new FlinkStateSnapshot(chart, id, props);
  return Testing.synth(chart);
}

describe('FlinkStateSnapshot', () => {
  test('requests a checkpoint of a job', () => {
    expect(
      rendered(
        { snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('orders'), backoffLimit: 0 },
        'Before Upgrade',
      ),
    ).toEqual([
      {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkStateSnapshot',
        metadata: { name: 'before-upgrade' },
        spec: { checkpoint: {}, jobReference: { kind: 'FlinkDeployment', name: 'orders' }, backoffLimit: 0 },
      },
    ]);
  });

  test('requests a savepoint of a session job, with or without options', () => {
    const job = OperatorJob.sessionJob('orders');
    expect(rendered({ snapshot: StateSnapshot.savepoint(), job })[0].spec).toEqual({
      savepoint: {},
      jobReference: { kind: 'FlinkSessionJob', name: 'orders' },
    });
    const options = { path: 's3://a/b', formatType: SavepointFormat.NATIVE, disposeOnDelete: false };
    expect(rendered({ snapshot: StateSnapshot.savepoint(options), job })[0].spec.savepoint).toEqual(options);
  });

  test('creates a resource for an existing savepoint, without a job', () => {
    expect(
      rendered({ snapshot: StateSnapshot.existingSavepoint('s3://a/b', { disposeOnDelete: false }) })[0].spec,
    ).toEqual({
      savepoint: { path: 's3://a/b', alreadyExists: true, disposeOnDelete: false },
    });
  });

  describe('of a job in the same app', () => {
    const mode = DeploymentMode.operator();
    const artifact = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
    const found = (version: FlinkVersion, configuration: object, snapshot: StateSnapshot) => {
      const chart = newChart();
      const job = OperatorJob.of(
        new FlinkApplicationCluster(chart, 'orders', { version, mode, job: { artifact }, configuration }),
      );
      new FlinkStateSnapshot(chart, 'Snapshot', { snapshot, job });
      return problems(() => Testing.synth(chart));
    };

    test('references it', () => {
      const chart = newChart();
      const cluster = new FlinkSessionCluster(chart, 'shared', {
        version: FlinkVersion.V1_20,
        mode,
        configuration: { 'execution.checkpointing.savepoint-dir': 's3://a/b' },
        fileSystems: [FileSystem.s3Hadoop()],
      });
      const job = new FlinkSessionJob(chart, 'orders', {
        cluster,
        job: { artifact: JobArtifact.http('https://example.com/job.jar') },
      });
      new FlinkStateSnapshot(chart, 'Snapshot', { snapshot: StateSnapshot.savepoint(), job: OperatorJob.of(job) });
      expect(only(Testing.synth(chart), 'FlinkStateSnapshot').spec.jobReference).toEqual({
        kind: 'FlinkSessionJob',
        name: 'orders',
      });
    });

    test('is validated with the properties of the job', () => {
      expect(found(FlinkVersion.V1_16, {}, StateSnapshot.checkpoint())).toEqual([
        expect.objectContaining({ id: 'FLK-OPR-77', property: 'snapshot.checkpoint' }),
      ]);
      expect(found(FlinkVersion.V1_17, {}, StateSnapshot.checkpoint())).toEqual([]);
      expect(found(FlinkVersion.V1_20, {}, StateSnapshot.savepoint())).toEqual([
        expect.objectContaining({ id: 'FLK-OPR-78', property: 'snapshot.savepoint.path' }),
      ]);
      expect(
        found(FlinkVersion.V1_20, { 'state.savepoints.dir': 'file:///state' }, StateSnapshot.savepoint()).map(
          ({ id }) => id,
        ),
      ).not.toContain('FLK-OPR-78');
    });

    test('reports no problem of its own for an invalid job', () => {
      const ids = found(FlinkVersion.V1_20, { 'kubernetes.cluster-id': 'x' }, StateSnapshot.savepoint()).map(
        ({ path }) => path,
      );
      expect(new Set(ids)).toEqual(new Set(['chart/orders']));
    });
  });

  test.each([
    { props: { snapshot: StateSnapshot.checkpoint() }, property: 'job', id: 'FLK-OPR-53' },
    {
      props: { snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('a'), operatorVersion: '1.9.0' },
      property: 'snapshot',
      id: 'FLK-OPR-57',
    },
    {
      props: { snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('a'), operatorVersion: 'new' },
      property: 'operatorVersion',
      id: 'FLK-OPM-01',
    },
  ])('reports problems that the operator would find (%#)', ({ props, property, id }) => {
    expect(problems(() => rendered(props))).toEqual([
      expect.objectContaining({ id, property, path: 'chart/Snapshot' }),
    ]);
  });

  test.each([
    {
      props: { snapshot: StateSnapshot.savepoint({ path: 5 as any }) },
      property: 'snapshot.savepoint.path',
      id: 'FLK-TYPE-02',
    },
    { props: { snapshot: 'savepoint' as any }, property: 'snapshot', id: 'FLK-TYPE-02' },
    { props: { snapshot: StateSnapshot.checkpoint(), backoffLimit: -2 }, property: 'backoffLimit', id: 'FLK-TYPE-02' },
    { props: undefined as any, property: 'snapshot', id: 'FLK-TYPE-01' },
  ])('reports invalid properties, without throwing (%#)', ({ props, property, id }) => {
    expect(problems(() => rendered(props))).toContainEqual(
      expect.objectContaining({ id, property, path: 'chart/Snapshot' }),
    );
  });
});
