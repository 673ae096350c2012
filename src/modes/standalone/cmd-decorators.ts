import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';
import { addressVariables, sessionAddress } from '../shared/job-manager-address';

/**
 * Starts a session JobManager through the image's entry point. No further argument but the address: what stands behind the command is a
 * host name to releases up to 1.15, and options belong into the configuration file, where the memory calculation sees them too.
 */
export class CmdJobManagerDecorator implements StepDecorator {
  public readonly name = 'CmdJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster: { options } }: Parameters): FlinkPod {
    const variables = addressVariables(options);
    const env = variables.length === 0 ? {} : { env: [...variables, ...pod.main.env as [] ?? []] };
    return addToPod(pod, { main: { args: ['jobmanager', ...sessionAddress(options)], ...env } });
  }
}

/** Starts a TaskManager through the image's entry point. */
export class CmdTaskManagerDecorator implements StepDecorator {
  public readonly name = 'CmdTaskManagerDecorator';

  public decorate(pod: FlinkPod): FlinkPod {
    return addToPod(pod, { main: { args: ['taskmanager'] } });
  }
}
