import { hash } from 'node:crypto';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { mountedFiles } from '../../../model/mounted';
import { type StepContext } from '../../../model/step-decorator';
import { CHECKSUM } from '../../shared/config-hash-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';

/** Restarts the JobManager, and with it all TaskManagers, when a file changes that a process reads when it starts. */
export class ConfigHashDecorator implements NativeStep {
  public readonly name = 'ConfigHashDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const { configText, logFiles, mountedKerberos, taskManagerTemplate } = cluster.native;
    const files = [...logFiles, ...mountedFiles(cluster), ...mountedFiles({ kerberos: mountedKerberos })].map(
      ({ name, _text, _base64 }) => `${name}\0${_text ?? _base64 ?? ''}`,
    );
    const read = [configText(), taskManagerTemplate?.text() ?? '', ...files].join('\0');
    return addToPod(pod, { annotations: { [CHECKSUM]: hash('sha256', read) } });
  }
}
