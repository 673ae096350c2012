import { Testing } from 'cdk8s';
import { FlinkStateSnapshot, type FlinkStateSnapshotProps, OperatorJob, SavepointFormat, StateSnapshot } from '../../src';
import { newChart, problems } from '../support/synth';

function rendered(props: FlinkStateSnapshotProps, id = 'Snapshot'): any[] {
  const chart = newChart();
  new FlinkStateSnapshot(chart, id, props);
  return Testing.synth(chart);
}

describe('FlinkStateSnapshot', () => {
  test('asks a job for a checkpoint', () => {
    expect(rendered({ snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('orders'), backoffLimit: 0 }, 'Before Upgrade')).toEqual([{
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkStateSnapshot',
      metadata: { name: 'before-upgrade' },
      spec: { checkpoint: {}, jobReference: { kind: 'FlinkDeployment', name: 'orders' }, backoffLimit: 0 },
    }]);
  });

  test('asks a session job for a savepoint, with or without a word on how', () => {
    const job = OperatorJob.sessionJob('orders');
    expect(rendered({ snapshot: StateSnapshot.savepoint(), job })[0].spec).toEqual({ savepoint: {}, jobReference: { kind: 'FlinkSessionJob', name: 'orders' } });
    const options = { path: 's3://a/b', formatType: SavepointFormat.NATIVE, disposeOnDelete: false };
    expect(rendered({ snapshot: StateSnapshot.savepoint(options), job })[0].spec.savepoint).toEqual(options);
  });

  test('gives a savepoint that exists a resource, without a job', () => {
    expect(rendered({ snapshot: StateSnapshot.existingSavepoint('s3://a/b', { disposeOnDelete: false }) })[0].spec).toEqual({
      savepoint: { path: 's3://a/b', alreadyExists: true, disposeOnDelete: false },
    });
  });

  test.each([
    [{ snapshot: StateSnapshot.checkpoint() }, 'job', 'FLK-OPR-53'],
    [{ snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('a'), operatorVersion: '1.9.0' }, 'snapshot', 'FLK-OPR-57'],
    [{ snapshot: StateSnapshot.checkpoint(), job: OperatorJob.deployment('a'), operatorVersion: 'new' }, 'operatorVersion', 'FLK-OPM-01'],
  ])('what the operator would refuse is told (%#)', (props, property, id) => {
    expect(problems(() => rendered(props))).toEqual([expect.objectContaining({ id, property, path: 'chart/Snapshot' })]);
  });

  test.each([
    [{ snapshot: StateSnapshot.savepoint({ path: 5 as any }) }, 'snapshot.savepoint.path', 'FLK-TYPE-02'],
    [{ snapshot: 'savepoint' as any }, 'snapshot', 'FLK-TYPE-02'],
    [{ snapshot: StateSnapshot.checkpoint(), backoffLimit: -2 }, 'backoffLimit', 'FLK-TYPE-02'],
    [undefined as any, 'snapshot', 'FLK-TYPE-01'],
  ])('what is wrong with its properties is told, not thrown (%#)', (props, property, id) => {
    expect(problems(() => rendered(props))).toContainEqual(expect.objectContaining({ id, property, path: 'chart/Snapshot' }));
  });
});
