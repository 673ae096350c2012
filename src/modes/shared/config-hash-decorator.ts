import { configChecksum } from './config-files';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** The annotation that changes with what a pod reads at its start. */
export const CHECKSUM = 'checksum/flink-config';

/** Restarts the pods when what they read has changed: Flink reads its files once, at the start. */
export class ConfigHashDecorator implements StepDecorator {
  public readonly name = 'ConfigHashDecorator';

  public decorate(pod: FlinkPod, { cluster, role }: StepContext): FlinkPod {
    return addToPod(pod, { annotations: { [CHECKSUM]: configChecksum(cluster, role.role) } });
  }
}
