import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type Manifest } from '../../../model/manifest';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { accompanyingMetadata } from '../objects';
import { parametersOf } from '../parameters/parameters';

const VOLUME = 'pod-template-volume';
const FILE = 'taskmanager-pod-template.yaml';
const DIRECTORY = '/opt/flink/pod-template';

/** Mounts the pod template of the TaskManagers into the JobManager, which creates their pods from it. */
export class PodTemplateMountDecorator implements NativeStep {
  public readonly name = 'PodTemplateMountDecorator';

  public decorate(pod: FlinkPod, { cluster: { clusterName, native } }: StepContext<NativeCluster>): FlinkPod {
    return native.taskManagerTemplate === undefined
      ? pod
      : addToPod(pod, {
          volumes: [
            { name: VOLUME, configMap: { name: `pod-template-${clusterName}`, items: [{ key: FILE, path: FILE }] } },
          ],
          volumeMounts: [{ name: VOLUME, mountPath: DIRECTORY }],
        });
  }

  public accompanying(parameters: StepContext<NativeCluster>): Manifest[] {
    const { cluster } = parameters;
    const { taskManagerTemplate: template } = cluster.native;
    return template === undefined
      ? []
      : [
          {
            owner: 'config',
            id: 'PodTemplate',
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: `pod-template-${cluster.clusterName}`,
            ...accompanyingMetadata(cluster, parametersOf(parameters)),
            fields: ['data'],
            body: () => ({ data: { [FILE]: template.text() } }),
          },
        ];
  }
}
