import * as kplus from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FlinkApplicationCluster,
  type FlinkApplicationClusterProps,
  type FlinkJob,
  FlinkVersion,
  Hardening,
  JobArtifact,
  JobState,
  SavepointClaimMode,
  UpgradeMode,
} from '../../../src';
import { flatOptions, manifests, newChart, only } from '../../support/synth';

const ARTIFACT = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
const ACCOUNT = kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', 'flink');

function specOf(job: Partial<FlinkJob>, props: Partial<FlinkApplicationClusterProps> = {}): any {
  const chart = newChart();
  new FlinkApplicationCluster(chart, 'flink', {
    version: FlinkVersion.V1_20,
    mode: DeploymentMode.operator(),
    job: { artifact: ARTIFACT, ...job },
    ...props,
  });
  const { flinkConfiguration, ...spec } = only(manifests(chart), 'FlinkDeployment').spec;
  return { ...spec, ...(flinkConfiguration && { flinkConfiguration: flatOptions(flinkConfiguration) }) };
}

describe('an application cluster in operator mode', () => {
  test('has the job in its own field', () => {
    expect(specOf({ entryClass: 'com.example.Job', args: ['--a', '10'], parallelism: 4 }).job).toEqual({
      jarURI: 'local:///opt/flink/usrlib/job.jar',
      entryClass: 'com.example.Job',
      args: ['--a', '10'],
      parallelism: 4,
    });
  });

  test('has the parallelism that the operator requires, from any source', () => {
    expect(specOf({}).job.parallelism).toBe(1);
    expect(specOf({}, { parallelism: 3 })).toMatchObject({
      job: { parallelism: 3 },
      flinkConfiguration: { 'parallelism.default': '3' },
    });
    expect(specOf({ parallelism: 2 }).flinkConfiguration).toBeUndefined();
    expect(specOf({}, { taskManager: { replicas: 2 } })).toMatchObject({
      job: { jarURI: expect.anything() },
      taskManager: { replicas: 2 },
    });
    expect(specOf({}, { taskManager: { replicas: 2 } }).job.parallelism).toBeUndefined();
  });

  test('has state, upgrade mode, savepoints and nonces, including nonce 0', () => {
    const configuration = { 'state.checkpoints.dir': 's3://a/c', 'state.savepoints.dir': 's3://a/s' };
    const { job, flinkConfiguration } = specOf(
      {
        parallelism: 1,
        state: JobState.SUSPENDED,
        upgradeMode: UpgradeMode.SAVEPOINT,
        jobId: 'a'.repeat(32),
        savepoint: { path: 's3://a/s/1', allowNonRestoredState: true, claimMode: SavepointClaimMode.CLAIM },
        nonces: { savepointTrigger: 0, checkpointTrigger: 1, savepointRedeploy: 2, autoscalerReset: 3 },
      },
      { configuration },
    );
    expect(job).toEqual({
      jarURI: 'local:///opt/flink/usrlib/job.jar',
      parallelism: 1,
      state: 'suspended',
      upgradeMode: 'savepoint',
      initialSavepointPath: 's3://a/s/1',
      allowNonRestoredState: true,
      savepointTriggerNonce: 0,
      checkpointTriggerNonce: 1,
      savepointRedeployNonce: 2,
      autoscalerResetNonce: 3,
    });
    expect(flinkConfiguration).toEqual({
      ...configuration,
      '$internal.pipeline.job-id': 'a'.repeat(32),
      'execution.state-recovery.claim-mode': 'CLAIM',
    });
  });

  test('adds nothing with Hardening.NONE', () => {
    const size = { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' };
    expect(
      specOf({ parallelism: 2 }, { hardening: Hardening.NONE, serviceAccount: ACCOUNT, configuration: size }),
    ).toEqual({
      flinkVersion: 'v1_20',
      serviceAccount: 'flink',
      flinkConfiguration: size,
      job: { jarURI: 'local:///opt/flink/usrlib/job.jar', parallelism: 2 },
    });
  });
});
