import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { DeploymentMode, FlinkVersion, Hardening, JobArtifact } from 'cdk8s-flink';

/** The settings of nearly all examples of the operator; without hardening, the resource contains nothing else. */
export function common(scope: Construct) {
  const role = { memory: Size.mebibytes(2048), cpu: 1 };
  return {
    mode: DeploymentMode.operator({ operatorVersion: '1.15.0' }),
    hardening: Hardening.NONE,
    version: FlinkVersion.V2_2,
    image: 'flink:2.2',
    serviceAccount: kplus.ServiceAccount.fromServiceAccountName(scope, 'Account', 'flink'),
    jobManager: role,
    taskManager: { ...role, taskSlots: 2 },
  };
}

/** The reference to a session cluster in another file. */
export function reference(scope: Construct) {
  const { mode, version } = common(scope);
  return { mode, version };
}

export const STATE_MACHINE = JobArtifact.inImage('local:///opt/flink/examples/streaming/StateMachineExample.jar');

/** State in a directory of the node, which every pod mounts. */
export const HOST_STATE = {
  volumes: [{ name: 'flink-volume', hostPath: { path: '/tmp/flink', type: 'Directory' } }],
  volumeMounts: [{ name: 'flink-volume', mountPath: '/flink-data' }],
};

/** Accepts local directories, because the Kubernetes cluster has only one node. */
export const ONE_NODE = [
  { id: 'FLK-STATE-01', reason: 'the example runs on a cluster of one node' },
  { id: 'FLK-HA-03', reason: 'the example runs on a cluster of one node' },
];

/** Accepts a mutable tag. */
export const BUILT_LOCALLY = [{ id: 'FLK-IMG-03', reason: 'the image of the example is built on the node' }];

export const STATE_DIRECTORIES = {
  'state.savepoints.dir': 'file:///flink-data/savepoints',
  'state.checkpoints.dir': 'file:///flink-data/checkpoints',
};
