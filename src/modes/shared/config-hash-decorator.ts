import { configChecksum } from './config-files';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';

const ANNOTATION = 'checksum/flink-config';

/** Restarts the pods when what they read has changed: Flink reads its files once, at the start. */
export class ConfigHashDecorator implements StepDecorator {
  public readonly name = 'ConfigHashDecorator';

  public decorate(pod: FlinkPod, { cluster, role }: Parameters): FlinkPod {
    return addToPod(pod, { annotations: { [ANNOTATION]: configChecksum(cluster, role.role) } });
  }
}
