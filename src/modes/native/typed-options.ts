import { type Client } from './client';
import { hasHostNetwork } from './permissions';
import { carriedByOptions } from './template-options';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys, PORTS } from '../../configuration/keys';
import { optionName } from '../../configuration/renamed-options';
import { isSameValue } from '../../configuration/same-value';
import { CONTRADICTING_VALUES } from '../../derivation/cluster-options';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type Problem, reporter } from '../../validation/problem';
import { show } from '../../validation/show';
import { javaModules } from '../shared/java-modules';
import { createsServiceAccount, objectNames } from '../shared/names';
import { restServiceOptions } from '../shared/rest-service';

/** Sets typed properties as Flink options, if there is an option for them; the others become part of pod templates. */
export function withTypedOptions(cluster: ClusterModel, client: Client, problems: Problem[]): ClusterModel {
  if (client.isBare) {
    return cluster;
  }
  const roles = [cluster.jobManager, cluster.taskManager];
  const entries = [
    images(cluster),
    pullPolicies(cluster),
    ...roles.map((role) => [...resources(role, cluster), ...serviceAccount(role, cluster)]),
    ...(cluster.version._can('readsPodTemplates') ? [] : roles.map((role) => carriedByOptions(role, cluster).options)),
    scale(cluster),
    restService(cluster),
    ports(cluster),
    applicationEnd(cluster),
    javaModules(cluster.options.get(Keys.JAVA_OPTS), cluster.version),
  ].flat();
  const { options, conflicts } = FlinkOptions.of(entries, cluster.options);
  for (const { first, second } of conflicts) {
    if (!isSameValue(first.key, first.value, second.value, cluster.version)) {
      const facts = { first: first.source, firstValue: show(first.value, first.key), second: second.source };
      reporter(problems, 'cluster')(CONTRADICTING_VALUES, `configuration.${first.key}`, second.value, facts);
    }
  }
  return { ...cluster, options };
}

/** One image for both roles. If the images differ, they are in the templates, which an option of the user overrides. */
function images({ version, options, jobManager, taskManager }: ClusterModel): OptionEntry[] {
  const key = optionName(version, 'containerImage');
  const isStated = jobManager.stated.image || taskManager.stated.image;
  if (jobManager.image !== taskManager.image) {
    const isSet = [key, 'kubernetes.container.image'].some((name) => options.get(name) !== undefined);
    const own = ({ image, stated }: RoleModel): string | undefined => (stated.image ? image : undefined);
    return isSet ? ofBoth(key, 'image', own(jobManager), own(taskManager)) : [];
  }
  return jobManager.image === '' ? [] : [entry(key, jobManager.image, isStated ? 'image' : undefined)];
}

/** Pull policies are in the templates, which an option of the user overrides. */
function pullPolicies({ version, options, jobManager, taskManager }: ClusterModel): OptionEntry[] {
  const key = 'kubernetes.container.image.pull-policy';
  return !version._can('readsPodTemplates') || options.get(key) === undefined
    ? []
    : ofBoth(key, 'imagePullPolicy', jobManager.stated.imagePullPolicy, taskManager.stated.imagePullPolicy);
}

/** The values of both roles for an option that applies to both: once if they are the same. */
function ofBoth(
  key: string,
  property: string,
  jobManager: string | undefined,
  taskManager: string | undefined,
): OptionEntry[] {
  const values =
    jobManager === taskManager
      ? { [property]: jobManager }
      : { [`jobManager.${property}`]: jobManager, [`taskManager.${property}`]: taskManager };
  return Object.entries(values).flatMap(([source, value]) => optional(key, value, source));
}

function resources({ role, flinkRole, stated }: RoleModel, { version, options }: ClusterModel): OptionEntry[] {
  const { cpu, cpuLimitFactor, memoryLimitFactor } = stated;
  // Without this, Flink requests one core per slot for a TaskManager.
  const isOneCore = cpu === undefined && role === 'taskManager' && options.get('taskmanager.cpu.cores') === undefined;
  const cpuKey = optionName(version, `${role}Cpu`);
  const factors = [
    ...optional(`kubernetes.${flinkRole}.cpu.limit-factor`, cpuLimitFactor, `${role}.cpuLimitFactor`),
    ...optional(`kubernetes.${flinkRole}.memory.limit-factor`, memoryLimitFactor, `${role}.memoryLimitFactor`),
  ];
  return [
    ...optional(cpuKey, cpu, `${role}.cpu`),
    ...(isOneCore ? [entry(cpuKey, 1)] : []),
    ...(version._can('setsLimitFactors') ? factors : []),
  ];
}

function serviceAccount({ role, flinkRole, serviceAccountName }: RoleModel, cluster: ClusterModel): OptionEntry[] {
  if (role === 'taskManager' && !cluster.version._can('namesTaskManagerServiceAccount')) {
    return [];
  }
  const key = `kubernetes.${flinkRole}.service-account`;
  if (serviceAccountName !== undefined) {
    return [entry(key, serviceAccountName, `${role}.serviceAccount`)];
  }
  return createsServiceAccount(cluster, role)
    ? [entry(key, objectNames.serviceAccount(cluster.clusterName, role))]
    : [];
}

function scale({ version, options, jobManager, taskManager }: ClusterModel): OptionEntry[] {
  const { replicas } = taskManager.stated;
  const slots = options.integer(Keys.TASK_SLOTS) ?? 1;
  const minimum = replicas === undefined ? undefined : replicas * slots;
  return [
    ...(version._can('setsJobManagerReplicas')
      ? optional('kubernetes.jobmanager.replicas', jobManager.stated.replicas, 'jobManager.replicas')
      : []),
    ...(version._can('keepsMinimumOfTaskManagers')
      ? optional('slotmanager.number-of-slots.min', minimum, 'taskManager.replicas')
      : []),
  ];
}

/** Node ports and address ranges have no option; they are set in the Service. */
function restService(cluster: ClusterModel): OptionEntry[] {
  const isDefault = (key: string): boolean =>
    key === 'kubernetes.rest-service.exposed.type' && cluster.restService.type === 'ClusterIP';
  return restServiceOptions(cluster).map(([key, value]) =>
    entry(key, value, isDefault(key) ? undefined : 'restAccess'),
  );
}

/** Ports that Flink would choose at random, unless the pods share the network of their nodes. */
function ports(cluster: ClusterModel): OptionEntry[] {
  return hasHostNetwork(cluster)
    ? []
    : [Keys.TASK_MANAGER_DATA_PORT, Keys.METRICS_QUERY_SERVICE_PORT].map((key) => entry(key, PORTS[key]));
}

/** Flink would delete the Deployment; a tool that keeps the manifests applied would create it and run the job again. */
function applicationEnd({ job, version }: ClusterModel): OptionEntry[] {
  return job !== undefined && version._can('outlivesApplications') ? [entry(Keys.SHUTDOWN_ON_FINISH, 'false')] : [];
}

function optional(key: string, value: string | number | undefined, source: string): OptionEntry[] {
  return value === undefined ? [] : [entry(key, value, source)];
}

function entry(key: string, value: string | number, source?: string): OptionEntry {
  return { key, value: String(value), kind: source === undefined ? 'default' : 'explicit', source: source ?? LIBRARY };
}
