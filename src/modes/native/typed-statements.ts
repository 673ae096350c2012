import { type Client } from './client';
import { type Release, releaseOf } from './release';
import { carriedByOptions } from './template-options';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys, PORTS } from '../../configuration/keys';
import { isSameValue } from '../../configuration/same-value';
import { CONTRADICTING_VALUES } from '../../derivation/cluster-options';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type Problem, reporter } from '../../validation/problem';
import { show } from '../../validation/show';
import { javaModules } from '../shared/java-modules';
import { makesServiceAccount, objectNames } from '../shared/names';
import { restServiceOptions } from '../shared/rest-service';

/** Options that Flink reads under another name since 1.17. */
function renamed(version: ClusterModel['version'], name: string, old: string): string {
  return version._isAtLeast('1.17') ? name : old;
}

/** Typed properties as the options that Flink has for them; where it has none, they are in the pod templates. */
export function withTypedStatements(cluster: ClusterModel, client: Client, problems: Problem[]): ClusterModel {
  if (client.isBare) {
    return cluster;
  }
  const { version } = cluster;
  const release = releaseOf(version);
  const roles = [cluster.jobManager, cluster.taskManager];
  const statements = [
    images(cluster),
    pullPolicies(cluster, release),
    ...roles.map((role) => [...resources(role, cluster, release), ...account(role, cluster, release)]),
    ...roles.map((role) =>
      release.hasPodTemplates ? [] : carriedByOptions(role, cluster, release.hasSecrets).options,
    ),
    scale(cluster, release),
    restService(cluster),
    ports(cluster),
    applicationEnd(cluster),
    javaModules(cluster.options.get(Keys.JAVA_OPTS), version),
  ].flat();
  const { options, conflicts } = FlinkOptions.of(statements, cluster.options);
  for (const { first, second } of conflicts.filter(
    ({ first: one, second: other }) => !isSameValue(one.key, one.value, other.value, version),
  )) {
    const facts = { first: first.source, firstValue: show(first.value, first.key), second: second.source };
    reporter(problems, 'cluster')(CONTRADICTING_VALUES, `configuration.${first.key}`, second.value, facts);
  }
  return { ...cluster, options };
}

/** One image for both roles; images that differ are in the templates, over which an option of the user wins. */
function images({ version, options, jobManager, taskManager }: ClusterModel): OptionEntry[] {
  const key = renamed(version, 'kubernetes.container.image.ref', 'kubernetes.container.image');
  const isStated = jobManager.stated.image || taskManager.stated.image;
  if (jobManager.image !== taskManager.image) {
    const [ofJobManager, ofTaskManager] = [jobManager, taskManager].map(({ image, stated }) =>
      stated.image ? image : undefined,
    );
    return [key, 'kubernetes.container.image'].some((name) => options.get(name) !== undefined)
      ? ofBoth(key, 'image', ofJobManager, ofTaskManager)
      : [];
  }
  return jobManager.image === '' ? [] : [entry(key, jobManager.image, isStated ? 'image' : undefined)];
}

/** Pull policies are in the templates, over which an option of the user wins. */
function pullPolicies({ options, jobManager, taskManager }: ClusterModel, { hasPodTemplates }: Release): OptionEntry[] {
  const key = 'kubernetes.container.image.pull-policy';
  return !hasPodTemplates || options.get(key) === undefined
    ? []
    : ofBoth(key, 'imagePullPolicy', jobManager.stated.imagePullPolicy, taskManager.stated.imagePullPolicy);
}

/** What the roles state of an option that holds for both: once where they agree. */
function ofBoth(
  key: string,
  property: string,
  jobManager: string | undefined,
  taskManager: string | undefined,
): OptionEntry[] {
  const stated =
    jobManager === taskManager
      ? { [property]: jobManager }
      : { [`jobManager.${property}`]: jobManager, [`taskManager.${property}`]: taskManager };
  return Object.entries(stated).flatMap(([source, value]) => (value === undefined ? [] : [entry(key, value, source)]));
}

function resources(
  { role, flinkRole, stated }: RoleModel,
  { version, options }: ClusterModel,
  { hasLimitFactors }: Release,
): OptionEntry[] {
  const key = renamed(version, `kubernetes.${flinkRole}.cpu.amount`, `kubernetes.${flinkRole}.cpu`);
  // Flink would give a TaskManager a core for each slot.
  const ownsCpu = role === 'taskManager' && options.get('taskmanager.cpu.cores') === undefined;
  const { cpu, cpuLimitFactor, memoryLimitFactor } = stated;
  return [
    ...(cpu !== undefined ? [entry(key, cpu, `${role}.cpu`)] : ownsCpu ? [entry(key, 1)] : []),
    ...(hasLimitFactors && cpuLimitFactor !== undefined
      ? [entry(`kubernetes.${flinkRole}.cpu.limit-factor`, cpuLimitFactor, `${role}.cpuLimitFactor`)]
      : []),
    ...(hasLimitFactors && memoryLimitFactor !== undefined
      ? [entry(`kubernetes.${flinkRole}.memory.limit-factor`, memoryLimitFactor, `${role}.memoryLimitFactor`)]
      : []),
  ];
}

function account(role: RoleModel, cluster: ClusterModel, { hasSecrets }: Release): OptionEntry[] {
  if (role.role === 'taskManager' && !hasSecrets) {
    return [];
  }
  const key = `kubernetes.${role.flinkRole}.service-account`;
  const property = `${role.role}.serviceAccount`;
  const own = makesServiceAccount(cluster, role.role)
    ? objectNames.serviceAccount(cluster.clusterName, role.role)
    : undefined;
  return role.serviceAccountName !== undefined
    ? [entry(key, role.serviceAccountName, property)]
    : own !== undefined
      ? [entry(key, own)]
      : [];
}

function scale({ version, options, jobManager, taskManager }: ClusterModel, { hasReplicas }: Release): OptionEntry[] {
  const {
    stated: { replicas },
  } = taskManager;
  const slots = options.integer(Keys.TASK_SLOTS) ?? 1;
  return [
    ...(hasReplicas && jobManager.stated.replicas !== undefined
      ? [entry('kubernetes.jobmanager.replicas', jobManager.stated.replicas, 'jobManager.replicas')]
      : []),
    ...(version._isAtLeast('1.19') && replicas !== undefined
      ? [entry('slotmanager.number-of-slots.min', replicas * slots, 'taskManager.replicas')]
      : []),
  ];
}

/** What only the Service itself can say, a node port and address ranges, is put into it. */
function restService(cluster: ClusterModel): OptionEntry[] {
  const isDefault = (key: string): boolean =>
    key === 'kubernetes.rest-service.exposed.type' && cluster.restService.type === 'ClusterIP';
  return restServiceOptions(cluster).map(([key, value]) =>
    entry(key, value, isDefault(key) ? undefined : 'restAccess'),
  );
}

/** Ports that Flink would choose at random, unless the pods share those of their nodes. */
function ports({ options }: ClusterModel): OptionEntry[] {
  return options.get('kubernetes.hostnetwork.enabled')?.toLowerCase() === 'true'
    ? []
    : [Keys.TASK_MANAGER_DATA_PORT, Keys.METRICS_QUERY_SERVICE_PORT].map((key) => entry(key, PORTS[key]));
}

/** A Deployment that Flink deleted would be made again by whoever keeps the cluster as its manifests say, and the application run again. */
function applicationEnd({ job, version }: ClusterModel): OptionEntry[] {
  return job !== undefined && version._isAtLeast('1.15') ? [entry(Keys.SHUTDOWN_ON_FINISH, 'false')] : [];
}

function entry(key: string, value: string | number, source?: string): OptionEntry {
  return { key, value: String(value), kind: source === undefined ? 'default' : 'explicit', source: source ?? LIBRARY };
}

/** What the JobManager asks of Kubernetes at run time, and no more. */
export function withRights(cluster: ClusterModel, client: Client): ClusterModel {
  if (client.isBare) {
    return cluster;
  }
  const { jobManager, taskManager, options } = cluster;
  const named = (role: string): string | undefined =>
    options.get(`kubernetes.${role}.service-account`) ?? options.get('kubernetes.service-account');
  return {
    ...cluster,
    jobManager: {
      ...jobManager,
      serviceAccountName: jobManager.serviceAccountName ?? named('jobmanager'),
      rules: [
        ...RULES,
        ...(options.get('kubernetes.hostnetwork.enabled')?.toLowerCase() === 'true' ? HOST_NETWORK : []),
        ...jobManager.rules,
      ],
    },
    taskManager: { ...taskManager, serviceAccountName: taskManager.serviceAccountName ?? named('taskmanager') },
  };
}

const RULES = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'delete'] },
  // Where owners that block a deletion are checked, as on OpenShift.
  { apiGroups: ['apps'], resources: ['deployments/finalizers'], verbs: ['update'] },
];
const HOST_NETWORK = [{ apiGroups: [''], resources: ['services'], verbs: ['get', 'update'] }];
