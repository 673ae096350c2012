import { type NativeCluster } from './native-model';
import { checkNativeOptions } from './option-checks';
import { releaseOf } from './release';
import { hasOwnNames } from './security';
import { carriedByOptions } from './template-options';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type Problem, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { HTTP_TYPES } from '../shared/rest-service';

/** What native mode cannot do, outside parity: told where it was asked for. */
export function checkNative(cluster: NativeCluster, collected: ClusterModel, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  const { clusterName, namespace, options, version } = cluster;
  const release = releaseOf(version);
  if (namespace === undefined) {
    report(RULES['FLK-NAT-07'], 'namespace', undefined, { clusterName });
  }
  if (options.get('kubernetes.jobmanager.owner.reference') !== undefined) {
    report(RULES['FLK-NAT-08'], 'configuration.kubernetes.jobmanager.owner.reference');
  }
  for (const name of cluster.files.keys()) {
    const isLogging =
      release.logFiles.includes(name) || (!version._isAtLeast('1.12') && /^(?:log4j|logback)-console\./.test(name));
    if (!isLogging) {
      report(RULES['FLK-NAT-09'], `files.${name}`, undefined, { release: version.releaseLine });
    }
  }
  if (
    HTTP_TYPES[cluster.restService.type] === undefined ||
    !release.exposedTypes.includes(HTTP_TYPES[cluster.restService.type]!)
  ) {
    reporter(problems, 'jobManager')(RULES['FLK-NAT-10'], 'restAccess', cluster.restService.type, {
      release: version.releaseLine,
    });
  }
  if (cluster.queryableState !== undefined) {
    reporter(problems, 'taskManager')(RULES['FLK-NAT-11'], 'queryableState');
  }
  if (release.hasPodTemplates && !version._isAtLeast('1.14') && cluster.hardening !== 'NONE') {
    reporter(problems, 'taskManager')(RULES['FLK-NAT-19'], 'hardening', cluster.hardening, {
      release: version.releaseLine,
    });
  }
  checkNativeOptions(cluster, report);
  checkKerberos(collected, problems);
  checkRole(collected.jobManager, collected, problems);
  checkRole(collected.taskManager, collected, problems);
  if (collected.taskManager.stated.replicas !== undefined && !version._isAtLeast('1.19')) {
    reporter(problems, 'taskManager')(RULES['FLK-NAT-12'], 'replicas', collected.taskManager.stated.replicas, {
      release: version.releaseLine,
    });
  }
}

function checkKerberos({ kerberos, clusterName, version }: ClusterModel, problems: Problem[]): void {
  const release = releaseOf(version);
  const report = reporter(problems, 'cluster');
  if (kerberos === undefined) {
    return;
  }
  if (!release.hasSecrets) {
    report(RULES['FLK-NAT-13'], 'KerberosMount', undefined, { release: version.releaseLine });
  } else if (!release.hasDecoratorSwitches && !hasOwnNames(kerberos, clusterName)) {
    report(RULES['FLK-NAT-14'], 'KerberosMount', undefined, { release: version.releaseLine, clusterName });
  }
}

/** What stands in a template needs a release that has templates; what Flink overwrites needs an option. */
function checkRole(role: RoleModel, cluster: ClusterModel, problems: Problem[]): void {
  const { version, hardening, jobManager, taskManager } = cluster;
  const release = releaseOf(version);
  const report = reporter(problems, role.role);
  if (!release.hasLimitFactors) {
    for (const property of ['cpuLimitFactor', 'memoryLimitFactor'] as const) {
      if (role.stated[property] !== undefined) {
        report(RULES['FLK-NAT-15'], property, role.stated[property], { release: version.releaseLine });
      }
    }
  }
  if (role.role === 'taskManager') {
    for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
      if (role[property] !== undefined) {
        report(RULES['FLK-NAT-16'], property);
      }
    }
  }
  if (!release.hasPodTemplates) {
    const { properties } = carriedByOptions(role, cluster, release.hasSecrets);
    const what = templated(role).filter((property) => !properties.has(property));
    if (what.length > 0 || jobManager.image !== taskManager.image) {
      report(RULES['FLK-NAT-17'], what[0] ?? 'image', undefined, { release: version.releaseLine });
    }
    if (hardening !== 'NONE' && role.role === 'jobManager') {
      reporter(problems, 'cluster')(RULES['FLK-NAT-18'], 'hardening', hardening, { release: version.releaseLine });
    }
  }
}

/** Properties that only a pod template can carry out. */
function templated({
  template: { metadata, spec, main },
  secretMounts,
  secretEnv,
  stated,
  ...role
}: RoleModel): string[] {
  const { imagePullPolicy: _policy, ...rest } = main;
  return [
    ...Object.keys({ ...spec, ...rest }),
    ...(Object.keys(metadata.labels).length > 0 ? ['podLabels'] : []),
    ...(Object.keys(metadata.annotations).length > 0 ? ['podAnnotations'] : []),
    ...(secretMounts.length > 0 ? ['SecretMount'] : []),
    ...(secretEnv.length > 0 ? ['SecretEnv'] : []),
    ...(stated.imagePullPolicy === undefined ? [] : ['imagePullPolicy']),
    ...(['podSecurityContext', 'securityContext', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const).filter(
      (name) => role[name] !== undefined,
    ),
    ...(role.override === undefined ? [] : ['podTemplate']),
  ];
}
