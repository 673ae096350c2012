import { stringify } from 'yaml';
import { type Client, configFile } from './client';
import { type TaskManagerTemplate } from './native-model';
import { OptionValues } from './option-values';
import { DEFAULT_NAMESPACE } from './parameters/kubernetes-parameters';
import { EMPTY_POD, type LoadedTemplate, loadPodTemplate, manifestOf } from './pod-template';
import { releaseOf } from './release';
import { TEMPLATE_STEPS } from './template-steps';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type KerberosModel } from '../../model/mounted';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { RULES } from '../../validation/rules';

/** A cluster whose roles' templates are those that pods are made of. */
export interface Templated extends ClusterModel {
  readonly taskManagerTemplate?: TaskManagerTemplate;
}

interface Loaded extends TaskManagerTemplate {
  readonly pod: FlinkPod;
}

/**
 * Reads the template files that options name, and puts what was stated otherwise over them: what Flink has no option for, the hardening,
 * labels. At parity a file stays as it is, to the last blank.
 *
 * @param mounted Kerberos that Flink's own step would mount otherwise than it is wanted
 */
export function withTemplates(
  cluster: ClusterModel,
  mounted: KerberosModel | undefined,
  client: Client,
  problems: Problem[],
): Templated {
  if (!releaseOf(cluster.version).hasPodTemplates) {
    return client.isBare ? cluster : withoutTemplates(cluster);
  }
  const template = (role: RoleModel): Loaded | undefined => {
    const file = fileOf(role, cluster, client, reporter(problems, 'cluster'));
    return client.isBare ? file : built(file, role, { ...cluster, kerberos: mounted });
  };
  const [jobManager, taskManager] = [template(cluster.jobManager), template(cluster.taskManager)];
  return {
    ...cluster,
    jobManager: jobManager === undefined ? cluster.jobManager : { ...cluster.jobManager, template: jobManager.pod },
    taskManager:
      taskManager === undefined ? cluster.taskManager : { ...cluster.taskManager, template: taskManager.pod },
    taskManagerTemplate: taskManager,
  };
}

/** What such a release can be told stands in options by now. */
function withoutTemplates(cluster: ClusterModel): ClusterModel {
  const { jobManager, taskManager } = cluster;
  return {
    ...cluster,
    jobManager: { ...jobManager, template: EMPTY_POD },
    taskManager: { ...taskManager, template: EMPTY_POD },
  };
}

function fileOf(
  { role, flinkRole }: RoleModel,
  { options, version, namespace }: ClusterModel,
  client: Client,
  report: Report,
): Loaded | undefined {
  const key = `kubernetes.pod-template-file.${flinkRole}`;
  const path = new OptionValues(options, version, configFile(client, version).dialect).text(key);
  if (path === undefined) {
    return undefined;
  }
  const text = client.files.get(path)?._text;
  if (text === undefined) {
    report(RULES['FLK-NAT-04'], `configuration.${key}`, path);
    return undefined;
  }
  const loaded = loadPodTemplate(text, version);
  if ('problem' in loaded && client.isBare && role === 'taskManager') {
    return { pod: EMPTY_POD, kind: 'Pod', text: () => text, problem: loaded.problem };
  }
  if ('problem' in loaded) {
    report(RULES['FLK-NAT-06'], `mode.clientFiles.${path}`, undefined, { problem: loaded.problem });
    return undefined;
  }
  if (client.isBare) {
    const isRefused = role === 'taskManager' && releaseOf(version).refusesOtherNamespaces;
    return {
      ...loaded,
      text: () => text,
      problem: isRefused ? foreign(loaded.pod, namespace ?? DEFAULT_NAMESPACE) : undefined,
    };
  }
  const problem = strayed(loaded, namespace);
  if (problem !== undefined) {
    report(RULES['FLK-NAT-06'], `mode.clientFiles.${path}`, undefined, { problem });
  }
  return { ...loaded, text: () => text };
}

/** What Flink's client overlooks, and somebody meant otherwise. */
function strayed(
  { pod, kind, apiVersion, mainContainers }: LoadedTemplate,
  namespace: string | undefined,
): string | undefined {
  if (kind !== 'Pod' || apiVersion !== 'v1') {
    return `it is a ${kind} of ${apiVersion}, not a Pod of v1`;
  }
  return mainContainers > 1 ? `${mainContainers} containers are called flink-main-container` : foreign(pod, namespace);
}

function foreign({ metadata: { namespace: own } }: FlinkPod, namespace: string | undefined): string | undefined {
  return own === undefined || own === '' || own === namespace ? undefined : `it is for the namespace ${String(own)}`;
}

function built(file: Loaded | undefined, role: RoleModel, cluster: ClusterModel): Loaded {
  const { jobManager, taskManager, clusterName } = cluster;
  const template = file === undefined ? role.template : over(file.pod, role.template);
  const image = jobManager.image === taskManager.image || role.image === '' ? {} : { image: role.image };
  const policy = role.stated.imagePullPolicy === undefined ? {} : { imagePullPolicy: role.stated.imagePullPolicy };
  const begun = addToPod(template, { labels: recommendedLabels(clusterName, role.flinkRole) });
  const stepped = TEMPLATE_STEPS.reduce((pod, step) => step.decorate?.(pod, { cluster, role }) ?? pod, begun);
  const pod = addToPod(stepped, { main: { ...image, ...policy } });
  return { pod, kind: 'Pod', text: () => textOf(pod) };
}

function over(file: FlinkPod, { metadata, spec, main }: FlinkPod): FlinkPod {
  return {
    metadata: mergeTemplate(file.metadata, metadata) as FlinkPod['metadata'],
    spec: mergeTemplate(file.spec, spec),
    main: mergeTemplate(file.main, main),
  };
}

/** As YAML that people can read in a diff. */
function textOf(pod: FlinkPod): string {
  const manifest: ManifestJson = { apiVersion: 'v1', kind: 'Pod', ...manifestOf(pod, false) };
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false });
}
