import { accountAnnotations } from './account-annotations';
import { builtInPlugins } from './built-in-plugins';
import { image, withImage } from './image';
import { type ClusterInput, type ContributionInput, contributionsTo, type Inputs } from './inputs';
import { podTemplate } from './pod-template';
import { INVALID_MEMORY, roleMemory } from './role-memory';
import { roleRules } from './role-rules';
import { type FlinkOptions } from '../configuration/flink-options';
import { Keys } from '../configuration/keys';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { cpuQuantity, mebibyteQuantity } from '../kubernetes/quantity';
import { FlinkMemory } from '../memory/flink-memory';
import { type RoleModel, type StatedFields } from '../model/cluster-model';
import { type SecretEnvModel } from '../model/mounted';
import { flinkRole, type Role } from '../model/role';
import { type FlinkPodContribution } from '../props/contribution';
import { Hardening } from '../props/hardening';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Problem, type Report, reporter } from '../validation/problem';

const NO_ANNOTATIONS = {};

const DEFAULT_REPLICAS: { readonly [role in Role]: number } = { jobManager: 1, taskManager: 2 };

/** Everything from which the model of a role is derived. */
export interface RoleInputs {
  readonly inputs: Inputs;
  readonly options: FlinkOptions;
  /** Variables with the values of options in Secrets. */
  readonly secretEnv: readonly SecretEnvModel[];
}

/** Derives the model of a role, with the defaults of all fields. */
export function roleModel(role: Role, { inputs, options, secretEnv }: RoleInputs, problems: Problem[]): RoleModel {
  const { cluster } = inputs;
  const given: FlinkRoleOptions = inputs[role]?.options ?? {};
  const report = reporter(problems, role);
  const memory = memoryOf(role, options, cluster, report);
  const own = contributionsTo(role, inputs);
  const reference = imageOf(given, cluster, options, report);
  const parts = podContributions(role, own, { reference, cluster }, report);
  return {
    role,
    flinkRole: flinkRole(role),
    template: podTemplate(given, parts, report),
    ...contributed(role, own, secretEnv),
    image: reference,
    replicas: given.replicas ?? DEFAULT_REPLICAS[role],
    memory,
    resources: resources(memory, given),
    serviceAccountName: given.serviceAccount?.name,
    serviceAccountAnnotations: isAboutAccounts(given, own)
      ? accountAnnotations(given, own, cluster.namespace, report)
      : NO_ANNOTATIONS,
    rules: roleRules(role, own, cluster.version, options),
    livenessProbe: given.livenessProbe,
    readinessProbe: given.readinessProbe,
    startupProbe: given.startupProbe,
    strategy: given.strategy?._render(),
    revisionHistoryLimit: given.revisionHistoryLimit,
    podSecurityContext: given.podSecurityContext,
    securityContext: given.securityContext,
    override: given.podTemplate,
    stated: stated(given),
  };
}

/** Fields of the model that are joined from the contributions of features and mounts. */
function contributed(
  role: Role,
  own: readonly ContributionInput[],
  secretEnv: readonly SecretEnvModel[],
): Pick<RoleModel, 'secretMounts' | 'secretEnv' | 'isScaled' | 'volumeClaimTemplates'> {
  const contributions = own.map(({ contribution }) => contribution);
  const isTaskManager = role === 'taskManager';
  return {
    secretMounts: contributions.flatMap(({ secretMount }) => secretMount ?? []),
    secretEnv: [...contributions.flatMap((contribution) => contribution.secretEnv ?? []), ...secretEnv],
    isScaled:
      isTaskManager && contributions.some(({ managesTaskManagerReplicas }) => managesTaskManagerReplicas === true),
    volumeClaimTemplates: isTaskManager
      ? contributions.flatMap(({ taskManagerVolumeClaims }) => taskManagerVolumeClaims ?? [])
      : [],
  };
}

/** The parts of the pod that features and mounts contribute, and those that enable the plugins of the image. */
function podContributions(
  role: Role,
  own: readonly ContributionInput[],
  { reference, cluster }: { readonly reference: string; readonly cluster: ClusterInput },
  report: Report,
): FlinkPodContribution[] {
  const parts = own
    .flatMap(({ contribution }) => [contribution.pods, contribution[role]])
    .filter((part) => part !== undefined)
    .map((part) => withImage(part, reference));
  const plugins = own.flatMap(({ contribution }) => contribution.builtInPlugins ?? []);
  if (plugins.length === 0 || reference === '') {
    return parts;
  }
  const { version, hardening } = cluster;
  return [...parts, builtInPlugins(plugins, { reference, version, isReadOnly: hardening !== Hardening.NONE }, report)];
}

function isAboutAccounts({ serviceAccount }: FlinkRoleOptions, own: readonly ContributionInput[]): boolean {
  return (
    serviceAccount !== undefined || own.some(({ contribution }) => contribution.serviceAccountAnnotations !== undefined)
  );
}

/** The image of a role; empty if none is known. */
function imageOf(given: FlinkRoleOptions, cluster: ClusterInput, options: FlinkOptions, report: Report): string {
  return cluster.isBare
    ? (given.image ?? '')
    : image({ ...given, image: given.image ?? optionImage(cluster, options) }, cluster.version, report);
}

function optionImage({ imageOptions = [] }: ClusterInput, options: FlinkOptions): string | undefined {
  return imageOptions.map((key) => options.get(key)).find((text) => text !== undefined);
}

function stated(given: FlinkRoleOptions): StatedFields {
  const { cpu, cpuLimitFactor, imagePullPolicy, memoryLimitFactor, replicas } = given;
  const hasImage = (given.image ?? given.imageDigest ?? given.imageRegistry) !== undefined;
  return { cpu, cpuLimitFactor, image: hasImage, imagePullPolicy, memoryLimitFactor, replicas };
}

/** The memory of a process; if Flink would not start it, the problem contains the arithmetic. */
function memoryOf(role: Role, options: FlinkOptions, cluster: ClusterInput, report: Report): FlinkMemory | undefined {
  const derived = roleMemory(role, options, cluster);
  if ('memory' in derived) {
    return FlinkMemory._of(derived.memory);
  }
  const { keys, text, fix } = derived.refused;
  const key = keys[0];
  // Another rule reports slots, with more detail.
  if (key !== Keys.TASK_SLOTS) {
    const entry = key === undefined ? undefined : options.entry(key);
    const given = entry === undefined ? '' : ` (set by ${entry.source})`;
    report(INVALID_MEMORY, key === undefined ? 'memory' : `configuration.${key}`, entry?.value, {
      given,
      problem: text,
      fix,
    });
  }
  return undefined;
}

const MEBIBYTE = 1024 * 1024;

/** The container requests the memory that Flink uses, in whole MiB. */
function resources(memory: FlinkMemory | undefined, given: FlinkRoleOptions): ManifestJson {
  const needed = Math.ceil((memory?.totalProcess ?? 0) / MEBIBYTE);
  const { cpu = 1, memoryLimitFactor = 1, cpuLimitFactor = 1 } = given;
  const requests = quantities(needed, cpu);
  const isLimited = memoryLimitFactor === 1 && cpuLimitFactor === 1;
  return {
    requests,
    limits: isLimited ? requests : quantities(Math.trunc(needed * memoryLimitFactor), cpu * cpuLimitFactor),
  };
}

function quantities(mebibytes: number, cpu: number): ManifestJson {
  return {
    cpu: cpuQuantity(Math.ceil(Math.round(cpu * 1e6) / 1e3) / 1e3),
    memory: mebibyteQuantity(mebibytes * MEBIBYTE),
  };
}
