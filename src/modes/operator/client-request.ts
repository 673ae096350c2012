import { type OperatorDeployment } from './operator-model';
import { PROCESS_SIZE } from './resources';
import { roleTemplates } from './role-templates';
import { type FlinkOptions } from '../../configuration/flink-options';
import { FlinkVersion } from '../../configuration/flink-version';
import { optionName } from '../../configuration/renamed-options';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type RoleModel } from '../../model/cluster-model';
import { flinkRole, type Role, ROLES } from '../../model/role';
import { FlinkFile } from '../../props/flink-file';
import { OperatorDeploymentMode } from '../../props/operator-options';
import { type Problem } from '../../validation/problem';

/** The input of Flink's own client, which the operator runs. */
export interface ClientRequest {
  /**
   * The release that creates the pod: for a JobManager the Flink in the operator, for a TaskManager that of its image.
   */
  readonly version: FlinkVersion;
  readonly clusterName: string;
  readonly namespace: string;
  readonly isApplication: boolean;
  readonly options: { readonly [key: string]: string };
  /** Files of the client's configuration directory. */
  readonly confDir: FlinkFile[];
  /** Other files, by the paths that options name them by. */
  readonly files: { readonly [path: string]: FlinkFile };
}

/** Returns the pod of a role in native mode, and reports why it would not be created. */
export type FlinkClient = (request: ClientRequest, role: Role, problems: Problem[]) => ManifestJson;

const GENERATION = 'flinkdeployment.flink.apache.org/generation:1';
const ANNOTATIONS = 'kubernetes.jobmanager.annotations';

/** Returns the request that the operator derives from its resource for the pod of a role. */
export function clientRequest(deployment: OperatorDeployment, role: Role): ClientRequest {
  const { cluster, spec } = deployment;
  const isStandalone = spec.mode === OperatorDeploymentMode.STANDALONE;
  const isMadeByOperator = role === 'jobManager' || isStandalone;
  const version = isMadeByOperator ? FlinkVersion.of(cluster.release.ownFlink) : cluster.version;
  const files = templateFiles(spec, isStandalone ? [role] : ROLES);
  const { logConfiguration = {} } = spec as { logConfiguration?: { [name: string]: string } };
  return {
    version,
    clusterName: cluster.clusterName,
    namespace: cluster.namespace ?? 'default',
    isApplication: cluster.job !== undefined,
    options: {
      ...spec.flinkConfiguration,
      ...fieldOptions(deployment, version),
      // TaskManagers that the operator creates never use the network of their node.
      ...(isStandalone && role === 'taskManager' ? { 'kubernetes.hostnetwork.enabled': 'false' } : {}),
      ...Object.fromEntries(files.map(({ key, path }) => [key, path])),
    },
    confDir: [
      ...(cluster.version._can('readsLegacyFile') ? [FlinkFile.fromText('flink-conf.yaml', '')] : []),
      ...Object.entries(logConfiguration).map(([name, text]) => FlinkFile.fromText(name, text)),
    ],
    files: Object.fromEntries(files.map(({ path, file }) => [path, file])),
  };
}

interface TemplateFile {
  /** The option that names the file. */
  readonly key: string;
  readonly path: string;
  readonly file: FlinkFile;
}

function templateFiles(spec: OperatorDeployment['spec'], roles: readonly Role[]): TemplateFile[] {
  const templates = roleTemplates(spec);
  return roles
    .filter((role) => Object.keys(templates[role]).length > 0)
    .map((role) => ({
      key: `kubernetes.pod-template-file.${flinkRole(role)}`,
      path: `/template/${flinkRole(role)}.yaml`,
      file: FlinkFile.fromText(
        `${flinkRole(role)}.yaml`,
        JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...templates[role] }),
      ),
    }));
}

/** The Flink options that the operator derives from the fields of its resource. */
function fieldOptions({ cluster, spec }: OperatorDeployment, version: FlinkVersion): { [key: string]: string } {
  const { image, imagePullPolicy, serviceAccount } = spec;
  const annotations = spec.flinkConfiguration[ANNOTATIONS];
  const options = {
    [optionName(version, 'containerImage')]: image,
    'kubernetes.container.image.pull-policy': imagePullPolicy,
    'kubernetes.service-account': serviceAccount,
    [ANNOTATIONS]: annotations === undefined ? GENERATION : `${annotations},${GENERATION}`,
    ...(hasResources(spec.jobManager) ? resourceOptions(cluster.jobManager, cluster.options, version) : {}),
    ...(hasResources(spec.taskManager) ? resourceOptions(cluster.taskManager, cluster.options, version) : {}),
  };
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

function hasResources(roleSpec: unknown): boolean {
  const { resource, resources } = (roleSpec ?? {}) as ManifestJson;
  return resource !== undefined || resources !== undefined;
}

function resourceOptions(
  { role, flinkRole: name, stated }: RoleModel,
  options: FlinkOptions,
  version: FlinkVersion,
): ManifestJson {
  return {
    [PROCESS_SIZE[role]]: options.get(PROCESS_SIZE[role]),
    [optionName(version, `${role}Cpu`)]: asJavaDouble(stated.cpu ?? 1),
    [`kubernetes.${name}.cpu.limit-factor`]: stated.cpuLimitFactor,
    [`kubernetes.${name}.memory.limit-factor`]: stated.memoryLimitFactor,
  };
}

function asJavaDouble(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
