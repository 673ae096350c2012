import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { parametersOf } from '../parameters/parameters';

/** Mounts the claims of `kubernetes.persistent-volume-claims`, an option since Flink 2.3. */
export class MountPersistentVolumeClaimsDecorator implements NativeStep {
  public readonly name = 'MountPersistentVolumeClaimsDecorator';

  public decorate(pod: FlinkPod, parameters: StepContext<NativeCluster>): FlinkPod {
    const { volumeClaims, volumeClaimsAreReadOnly: readOnly } = parametersOf(parameters);
    const claims = Object.entries(volumeClaims);
    return addToPod(pod, {
      volumes: claims.map(([claimName]) => ({
        name: `${claimName}-pvc`,
        persistentVolumeClaim: { claimName, readOnly },
      })),
      volumeMounts: claims.map(([claimName, mountPath]) => ({ name: `${claimName}-pvc`, mountPath, readOnly })),
    });
  }
}
