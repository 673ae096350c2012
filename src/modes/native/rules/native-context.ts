import { checkOf } from '../../../validation/check';
import { type NativeCluster } from '../native-model';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';
import { KubernetesTaskManagerParameters } from '../parameters/task-manager-parameters';

/** The context of rules about a configured cluster: the cluster, and what Flink reads from its options. */
export class NativeContext {
  private readonly read: {
    jobManager?: KubernetesJobManagerParameters;
    taskManager?: KubernetesTaskManagerParameters;
  } = {};

  constructor(public readonly cluster: NativeCluster) {}

  /** What the client reads. */
  public get jobManager(): KubernetesJobManagerParameters {
    return (this.read.jobManager ??= new KubernetesJobManagerParameters(this.cluster));
  }

  /** What the JobManager reads when it creates TaskManagers. */
  public get taskManager(): KubernetesTaskManagerParameters {
    return (this.read.taskManager ??= new KubernetesTaskManagerParameters(this.cluster));
  }
}

/** Defines a rule about a configured cluster. */
export const nativeRule = checkOf<NativeContext>();
