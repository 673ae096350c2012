import { accountAnnotations } from './account-annotations';
import { builtInPlugins } from './built-in-plugins';
import { type ClusterInput, contributionsTo, type Inputs } from './inputs';
import { podTemplate } from './pod-template';
import { roleMemory } from './role-memory';
import { roleRules } from './role-rules';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { formatImage, isFixed, parseImage } from '../kubernetes/image';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isDnsSubdomain } from '../kubernetes/names';
import { cpuQuantity, mebibyteQuantity } from '../kubernetes/quantity';
import { FlinkMemory } from '../memory/flink-memory';
import { type RoleModel, type StatedFields } from '../model/cluster-model';
import { type SecretEnvModel } from '../model/mounted';
import { flinkRole, type Role } from '../model/role';
import { type FlinkPodContribution } from '../props/contribution';
import { Hardening } from '../props/hardening';
import { type FlinkPodOptions } from '../props/pod-options';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

const NO_ANNOTATIONS = {};

const DEFAULT_REPLICAS: { readonly [role in Role]: number } = { jobManager: 1, taskManager: 2 };

/** One role with every default decided. */
export function roleModel(
  role: Role,
  inputs: Inputs,
  options: FlinkOptions,
  env: readonly SecretEnvModel[],
  problems: Problem[],
): RoleModel {
  const given: FlinkRoleOptions = inputs[role]?.options ?? {};
  const report = reporter(problems, role);
  const memory = memoryOf(role, options, inputs.cluster, report);
  const own = contributionsTo(role, inputs);
  const reference = inputs.cluster.isBare
    ? (given.image ?? '')
    : image({ ...given, image: given.image ?? optionImage(inputs.cluster, options) }, inputs.cluster.version, report);
  const contributions = own
    .flatMap(({ contribution }) => [contribution.pods, contribution[role]])
    .filter((contribution) => contribution !== undefined)
    .map((contribution) => withImage(contribution, reference));
  const isAboutAccounts =
    given.serviceAccount !== undefined ||
    own.some(({ contribution }) => contribution.serviceAccountAnnotations !== undefined);
  const plugins = own.flatMap(({ contribution }) => contribution.builtInPlugins ?? []);
  if (plugins.length > 0 && reference !== '') {
    contributions.push(
      builtInPlugins(plugins, reference, inputs.cluster.version, inputs.cluster.hardening !== Hardening.NONE, report),
    );
  }
  return {
    role,
    flinkRole: flinkRole(role),
    template: podTemplate(given, contributions, report),
    secretMounts: own.flatMap(({ contribution }) => contribution.secretMount ?? []),
    secretEnv: own.flatMap(({ contribution }) => contribution.secretEnv ?? []).concat(env),
    image: reference,
    replicas: given.replicas ?? DEFAULT_REPLICAS[role],
    isScaled:
      role === 'taskManager' && own.some(({ contribution }) => contribution.managesTaskManagerReplicas === true),
    memory,
    resources: resources(memory, given),
    serviceAccountName: given.serviceAccount?.name,
    serviceAccountAnnotations: isAboutAccounts
      ? accountAnnotations(given, own, inputs.cluster.namespace, report)
      : NO_ANNOTATIONS,
    rules: roleRules(role, own, inputs.cluster.version, options),
    livenessProbe: given.livenessProbe,
    readinessProbe: given.readinessProbe,
    startupProbe: given.startupProbe,
    strategy: given.strategy?._render(),
    volumeClaimTemplates:
      role === 'jobManager' ? [] : own.flatMap(({ contribution }) => contribution.taskManagerVolumeClaims ?? []),
    revisionHistoryLimit: given.revisionHistoryLimit,
    podSecurityContext: given.podSecurityContext,
    securityContext: given.securityContext,
    override: given.podTemplate,
    stated: stated(given),
  };
}

function optionImage({ imageOptions = [] }: ClusterInput, options: FlinkOptions): string | undefined {
  return imageOptions.map((key) => options.get(key)).find((text) => text !== undefined);
}

/** Containers that start Flink, or prepare it, may leave their image to the role. */
export function withImage(contribution: FlinkPodContribution, reference: string): FlinkPodContribution {
  const { initContainers } = contribution;
  return initContainers === undefined || reference === ''
    ? contribution
    : { ...contribution, initContainers: initContainers.map((container) => ({ image: reference, ...container })) };
}

function stated(given: FlinkRoleOptions): StatedFields {
  const { cpu, cpuLimitFactor, imagePullPolicy, memoryLimitFactor, replicas } = given;
  const hasImage = (given.image ?? given.imageDigest ?? given.imageRegistry) !== undefined;
  return { cpu, cpuLimitFactor, image: hasImage, imagePullPolicy, memoryLimitFactor, replicas };
}

/** The image that pod options ask for; empty where none is known, which is an error by then. */
export function image(given: FlinkPodOptions, version: FlinkVersion, report: Report): string {
  const text = given.image ?? version.defaultImage;
  if (text === undefined) {
    if (version._isVersion) {
      report(RULES['FLK-IMG-02'], 'image', undefined, { version: version.version });
    }
    return '';
  }
  if (text === version.defaultImage && given.imageRegistry === undefined && given.imageDigest === undefined) {
    return text;
  }
  const parsed = parseImage(text);
  if (parsed === undefined) {
    report(RULES['FLK-IMG-01'], 'image', text);
    return text;
  }
  checkRegistry(given, report);
  const reference = { ...parsed, digest: given.imageDigest ?? parsed.digest };
  if (!isFixed(reference)) {
    report(RULES['FLK-IMG-03'], 'image', text);
  }
  const tagged = /(?:^|\/)flink$/.test(parsed.repository)
    ? /^(\d+\.\d+)(?:\.\d+)?(?:-|$)/.exec(parsed.tag ?? '')?.[1]
    : undefined;
  if (tagged !== undefined && version._isVersion && tagged !== version.releaseLine) {
    report(RULES['FLK-IMG-04'], 'image', text, { tagged, version: version.releaseLine });
  }
  const plain = formatImage(reference);
  return given.imageRegistry === undefined ? plain : `${given.imageRegistry.replace(/\/+$/, '')}/${plain}`;
}

function checkRegistry({ imageRegistry, imageDigest }: FlinkPodOptions, report: Report): void {
  const [host, ...path] = (imageRegistry ?? 'localhost').replace(/\/+$/, '').split('/') as [string, ...string[]];
  const isHost = isDnsSubdomain(host.replace(/:\d{1,5}$/, ''));
  if (!isHost || path.some((segment) => !/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(segment))) {
    report(RULES['FLK-IMG-05'], 'imageRegistry', imageRegistry);
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    report(RULES['FLK-IMG-06'], 'imageDigest', imageDigest);
  }
}

/** Where a process is divided as Flink would not start it, the problem says so with the arithmetic. */
function memoryOf(role: Role, options: FlinkOptions, cluster: ClusterInput, report: Report): FlinkMemory | undefined {
  const derived = roleMemory(role, options, cluster);
  if ('memory' in derived) {
    return FlinkMemory._of(derived.memory);
  }
  const { keys, text, fix } = derived.refused;
  const key = keys[0];
  // Slots have a rule of their own, which says more.
  if (key !== Keys.TASK_SLOTS) {
    const entry = key === undefined ? undefined : options.entry(key);
    const given = entry === undefined ? '' : ` (given by ${entry.source})`;
    report(RULES['FLK-MEM-01'], key === undefined ? 'memory' : `configuration.${key}`, entry?.value, {
      given,
      problem: text,
      fix,
    });
  }
  return undefined;
}

const MEBIBYTE = 1024 * 1024;

/** The container asks for what Flink will use, in whole MiB. */
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
