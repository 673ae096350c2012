import { javaCommand } from './java-command';
import { jobManagerOptions, jvmArguments } from '../../../memory/arguments';
import { containerLookup } from '../../../memory/container';
import { jobManagerProcess } from '../../../memory/derive';
import { hashOrder } from '../../../memory/java-hash-order';
import { addToPod, type FlinkPod } from '../../../model/flink-pod';
import { type StepContext } from '../../../model/step-decorator';
import { type NativeCluster, type NativeStep } from '../native-model';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';

/** Starts a JobManager, for a session or for an application. */
export class CmdJobManagerDecorator implements NativeStep {
  public readonly name = 'CmdJobManagerDecorator';

  public decorate(pod: FlinkPod, { cluster }: StepContext<NativeCluster>): FlinkPod {
    const parameters = new KubernetesJobManagerParameters(cluster);
    const args =
      parameters.release.start === 'scripts' ? scriptArguments(parameters) : javaArguments(parameters, cluster);
    return addToPod(pod, { main: { command: [parameters.entryPath], args } });
  }
}

function scriptArguments({ isApplication, entrypointArguments, version }: KubernetesJobManagerParameters): string[] {
  const script = `kubernetes-jobmanager.sh kubernetes-${isApplication ? 'application' : 'session'}`;
  return ['bash', '-c', version._can('passesEntrypointArguments') ? `${script} ${entrypointArguments}` : script];
}

function javaArguments(
  parameters: KubernetesJobManagerParameters,
  { options, version, native }: NativeCluster,
): string[] {
  const process = jobManagerProcess(containerLookup(options, version), version);
  const memory = 'ok' in process ? process.ok.memory : undefined;
  const pairs = (memory && jobManagerOptions(memory, version)) ?? {};
  return javaCommand(parameters, native.logFiles, {
    memory: memory === undefined ? '' : jvmArguments(memory).join(' '),
    javaOptions: parameters.javaOptions,
    mainClass: parameters.entrypointClass,
    arguments: hashOrder(Object.keys(pairs))
      .map((key) => `-D ${key}=${pairs[key]}`)
      .join(' '),
  });
}
