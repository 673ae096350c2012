import { hashOrder } from '../../../memory/java-hash-order';
import { type FlinkFile } from '../../../props/flink-file';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** The parts of a command line that depend on the role. */
export interface JavaCommand {
  readonly memory: string;
  readonly javaOptions: string;
  readonly mainClass: string;
  /** Arguments after the class. */
  readonly arguments: string;
}

/** The Java command line of releases that have no start scripts for native mode. */
export function javaCommand(
  parameters: KubernetesParameters,
  logFiles: readonly FlinkFile[],
  command: JavaCommand,
): string[] {
  const {
    role,
    release: { start },
    startCommandTemplate,
  } = parameters;
  const logDir = parameters.flinkLogDir ?? '/opt/flink/log';
  const isShell = start === 'shell';
  const line = filled(startCommandTemplate, {
    java: '$JAVA_HOME/bin/java',
    classpath: '-classpath $FLINK_CLASSPATH',
    jvmmem: command.memory,
    jvmopts: command.javaOptions,
    logging: logging(parameters, logDir, logFiles),
    class: command.mainClass,
    args: command.arguments,
    ...(isShell ? { redirects: `1> ${logDir}/${role}.out 2> ${logDir}/${role}.err` } : {}),
  });
  return isShell ? ['/bin/bash', '-c', line] : ['native-k8s', line];
}

/** Fills in the parts as Flink does: in the order of a hash table, each time with double spaces made single. */
function filled(template: string, parts: { readonly [name: string]: string }): string {
  return hashOrder(Object.keys(parts)).reduce(
    (line, name) =>
      line
        .replaceAll(`%${name}%`, () => parts[name]!)
        .trim()
        .replaceAll('  ', ' '),
    template,
  );
}

function logging(
  { role, flinkConfDir, release: { start } }: KubernetesParameters,
  logDir: string,
  logFiles: readonly FlinkFile[],
): string {
  const options = logFiles.flatMap(({ name }) =>
    name.startsWith('logback')
      ? [`-Dlogback.configurationFile=file:${flinkConfDir}/${name}`]
      : [
          ...(start === 'shell' ? [] : [`-Dlog4j.configuration=file:${flinkConfDir}/${name}`]),
          `-Dlog4j.configurationFile=file:${flinkConfDir}/${name}`,
        ],
  );
  return options.length === 0 ? '' : [`-Dlog.file=${logDir}/${role}.log`, ...options].join(' ');
}
