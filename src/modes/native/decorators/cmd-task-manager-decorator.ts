import { javaCommand } from './java-command';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { KubernetesTaskManagerParameters } from '../parameters/task-manager-parameters';

const MAIN_CLASS = 'org.apache.flink.kubernetes.taskmanager.KubernetesTaskExecutorRunner';

/** Starts a TaskManager with the options that the JobManager derives for it. */
export class CmdTaskManagerDecorator implements NativeStep {
  public readonly name = 'CmdTaskManagerDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const parameters = new KubernetesTaskManagerParameters(cluster);
    const command = [parameters.entryPath];
    if (parameters.release.start === 'scripts') {
      const memory = { name: 'FLINK_TM_JVM_MEM_OPTS', value: parameters.jvmMemoryOptions };
      return addToPod(pod, { main: { command, args: scriptArguments(parameters) }, env: [memory] });
    }
    return addToPod(pod, { main: { command, args: javaArguments(parameters, cluster) } });
  }
}

function scriptArguments(parameters: KubernetesTaskManagerParameters): string[] {
  const { dynamicProperties, entrypointArguments, processOptions, version } = parameters;
  const script = `kubernetes-taskmanager.sh ${dynamicProperties} ${processOptions}`;
  return ['bash', '-c', version._can('passesEntrypointArguments') ? `${script} ${entrypointArguments}` : script];
}

function javaArguments(parameters: KubernetesTaskManagerParameters, { native }: NativeCluster): string[] {
  const { dynamicProperties, flinkConfDir, processOptions } = parameters;
  return javaCommand(parameters, native.logFiles, {
    memory: parameters.jvmMemoryOptions,
    javaOptions: parameters.javaOptions,
    mainClass: MAIN_CLASS,
    arguments: `${processOptions} --configDir ${flinkConfDir} ${dynamicProperties}`,
  });
}
