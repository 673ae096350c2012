import { javaCommand } from './java-command';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { KubernetesTaskManagerParameters } from '../parameters/task-manager-parameters';

const MAIN_CLASS = 'org.apache.flink.kubernetes.taskmanager.KubernetesTaskExecutorRunner';

/** Starts a TaskManager with what the JobManager has computed for it. */
export class CmdTaskManagerDecorator implements NativeStep {
  public readonly name = 'CmdTaskManagerDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const parameters = new KubernetesTaskManagerParameters(cluster);
    const {
      dynamicProperties,
      entryPath,
      entrypointArguments,
      flinkConfDir,
      jvmMemoryOptions,
      processOptions,
      release,
    } = parameters;
    if (release.start !== 'scripts') {
      const args = javaCommand(parameters, cluster.native.logFiles, {
        memory: jvmMemoryOptions,
        javaOptions: parameters.javaOptions,
        mainClass: MAIN_CLASS,
        arguments: `${processOptions} --configDir ${flinkConfDir} ${dynamicProperties}`,
      });
      return addToPod(pod, { main: { command: [entryPath], args } });
    }
    const script = `kubernetes-taskmanager.sh ${dynamicProperties} ${processOptions}`;
    return addToPod(pod, {
      main: {
        command: [entryPath],
        args: ['bash', '-c', release.hasEntrypointArguments ? `${script} ${entrypointArguments}` : script],
      },
      env: [{ name: 'FLINK_TM_JVM_MEM_OPTS', value: jvmMemoryOptions }],
    });
  }
}
