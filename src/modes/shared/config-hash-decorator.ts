import { configChecksum } from './config-files';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** The annotation that changes with the files that a pod reads when it starts. */
export const CHECKSUM = 'checksum/flink-config';

/** Restarts the pods when their files change, because Flink reads its files only when it starts. */
export class ConfigHashDecorator implements StepDecorator {
  public readonly name = 'ConfigHashDecorator';

  public decorate(pod: FlinkPod, { cluster, role }: StepContext): FlinkPod {
    return addToPod(pod, { annotations: { [CHECKSUM]: configChecksum(cluster, role.role) } });
  }
}
