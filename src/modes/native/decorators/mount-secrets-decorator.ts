import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { parametersOf } from '../parameters/parameters';

/** Mounts the Secrets of `kubernetes.secrets` as files. */
export class MountSecretsDecorator implements NativeStep {
  public readonly name = 'MountSecretsDecorator';

  public decorate(pod: FlinkPod, parameters: StepContext<NativeCluster>): FlinkPod {
    const secrets = Object.entries(parametersOf(parameters).secrets);
    return addToPod(pod, {
      volumes: secrets.map(([secretName]) => ({ name: `${secretName}-volume`, secret: { secretName } })),
      volumeMounts: secrets.map(([secretName, mountPath]) => ({ name: `${secretName}-volume`, mountPath })),
    });
  }
}
