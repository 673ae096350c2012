import { type App, Chart } from 'cdk8s';
import { common, HOST_STATE, ONE_NODE, STATE_DIRECTORIES, STATE_MACHINE } from './shared';
import { DeploymentMode, FlinkApplicationCluster, OperatorDeploymentMode, UpgradeMode } from 'cdk8s-flink';

/** Checkpoints, savepoints and high availability in a directory of the node. */
export function stateful(app: App): void {
  const job = {
    artifact: STATE_MACHINE,
    parallelism: 2,
    upgradeMode: UpgradeMode.SAVEPOINT,
    nonces: { savepointTrigger: 0 },
  };

  const available = new Chart(app, 'basic-checkpoint-ha');
  new FlinkApplicationCluster(available, 'basic-checkpoint-ha-example', {
    ...common(available),
    ...HOST_STATE,
    suppressions: ONE_NODE,
    configuration: {
      ...STATE_DIRECTORIES,
      'high-availability': { type: 'kubernetes', storageDir: 'file:///flink-data/ha' },
      'kubernetes.operator.savepoint.format.type': 'NATIVE',
    },
    job,
  });

  const reactive = new Chart(app, 'basic-reactive');
  new FlinkApplicationCluster(reactive, 'basic-reactive-example', {
    ...common(reactive),
    ...HOST_STATE,
    suppressions: [...ONE_NODE, { id: 'FLK-OPR-80', reason: 'the example is for one JobManager' }],
    mode: DeploymentMode.operator({ operatorVersion: '1.15.0', mode: OperatorDeploymentMode.STANDALONE }),
    configuration: {
      ...STATE_DIRECTORIES,
      'high-availability': {
        type: 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory',
        storageDir: 'file:///flink-data/ha',
      },
      'scheduler-mode': 'REACTIVE',
    },
    job,
  });
}
