import { type FlinkFile } from '../../../model/flink-file';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** What differs between the command lines of the two roles. */
export interface JavaCommand {
  readonly memory: string;
  readonly javaOptions: string;
  readonly mainClass: string;
  /** Arguments behind the class. */
  readonly arguments: string;
}

/** The command line that clients up to 1.12 write themselves; later ones leave it to scripts of the image. */
export function javaCommand(parameters: KubernetesParameters, logFiles: readonly FlinkFile[], command: JavaCommand): string[] {
  const { role, release: { start } } = parameters;
  const logDir = parameters.flinkLogDir ?? '/opt/flink/log';
  const redirect = start === 'shell' ? `1> ${logDir}/${role}.out 2> ${logDir}/${role}.err` : '';
  const line = [
    '$JAVA_HOME/bin/java -classpath $FLINK_CLASSPATH', command.memory, command.javaOptions, logging(parameters, logDir, logFiles),
    command.mainClass, command.arguments, redirect,
  ].filter((part) => part !== '').join(' ');
  return start === 'shell' ? ['/bin/bash', '-c', line] : ['native-k8s', line];
}

function logging({ role, flinkConfDir, release: { start } }: KubernetesParameters, logDir: string, logFiles: readonly FlinkFile[]): string {
  const options = logFiles.flatMap(({ name }) => (name.startsWith('logback')
    ? [`-Dlogback.configurationFile=file:${flinkConfDir}/${name}`]
    : [
      ...(start === 'shell' ? [] : [`-Dlog4j.configuration=file:${flinkConfDir}/${name}`]),
      `-Dlog4j.configurationFile=file:${flinkConfDir}/${name}`,
    ]));
  return options.length === 0 ? '' : [`-Dlog.file=${logDir}/${role}.log`, ...options].join(' ');
}
