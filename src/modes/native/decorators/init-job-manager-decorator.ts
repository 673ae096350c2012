import { fieldVariable, mainContainer, podSpec, variables } from './pod-parts';
import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';

/**
 * Sets up the main container of a JobManager (image, ports, resources, labels, environment) and the fields of the pod.
 */
export class InitJobManagerDecorator implements NativeStep {
  public readonly name = 'InitJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const parameters = new KubernetesJobManagerParameters(cluster);
    const { flinkLogDir, release, version } = parameters;
    return addToPod(pod, {
      labels: parameters.labels,
      annotations: parameters.annotations,
      spec: podSpec(pod, parameters),
      main: mainContainer(pod, parameters, containerPorts(parameters)),
      env: [
        ...variables(parameters.environment),
        fieldVariable('_POD_IP_ADDRESS', 'status.podIP'),
        ...(release.start === 'scripts' && flinkLogDir !== undefined
          ? [{ name: 'FLINK_LOG_DIR', value: flinkLogDir }]
          : []),
      ],
      ...(version._can('fetchesArtifacts') ? userArtifacts(parameters) : {}),
    });
  }
}

function containerPorts({ restPort, rpcPort, blobServerPort }: KubernetesJobManagerParameters): ManifestJson[] {
  return [
    { name: 'rest', containerPort: restPort },
    { name: 'jobmanager-rpc', containerPort: rpcPort },
    { name: 'blobserver', containerPort: blobServerPort },
  ];
}

const USER_ARTIFACTS = 'user-artifacts-volume';

function userArtifacts({ userArtifactsBaseDir }: KubernetesJobManagerParameters): {
  volumes: ManifestJson[];
  volumeMounts: ManifestJson[];
} {
  return {
    volumes: [{ name: USER_ARTIFACTS, emptyDir: {} }],
    volumeMounts: [{ name: USER_ARTIFACTS, mountPath: userArtifactsBaseDir }],
  };
}
