import { fieldVariable, mainContainer, podSpec, variables } from './pod-parts';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { KubernetesTaskManagerParameters } from '../parameters/task-manager-parameters';

/**
 * Sets up the main container of a TaskManager (image, port, resources, labels, environment) and the fields of the pod.
 */
export class InitTaskManagerDecorator implements NativeStep {
  public readonly name = 'InitTaskManagerDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const parameters = new KubernetesTaskManagerParameters(cluster);
    const { flinkLogDir, javaHome, podName, release, rpcPort, version } = parameters;
    const { metadata, ...named } = addToPod(pod, {
      labels: parameters.labels,
      annotations: parameters.annotations,
      spec: { ...podSpec(pod, parameters), restartPolicy: 'Never' },
      main: mainContainer(pod, parameters, [{ name: 'taskmanager-rpc', containerPort: rpcPort }]),
      env: [
        ...variables(parameters.environment),
        ...(javaHome === undefined ? [] : [{ name: 'JAVA_HOME', value: javaHome }]),
        ...(version._can('passesNodeName') ? [fieldVariable('_POD_NODE_ID', 'spec.nodeName')] : []),
        ...(release.start === 'scripts' && flinkLogDir !== undefined
          ? [{ name: 'FLINK_LOG_DIR', value: flinkLogDir }]
          : []),
      ],
    });
    return { ...named, metadata: { ...metadata, name: podName } };
  }
}
