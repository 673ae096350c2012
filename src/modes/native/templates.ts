import { stringify } from 'yaml';
import { type Client, configFile } from './client';
import { type TaskManagerTemplate } from './native-model';
import { OptionValues } from './option-values';
import { DEFAULT_NAMESPACE } from './parameters/kubernetes-parameters';
import { EMPTY_POD, type LoadedTemplate, loadPodTemplate, manifestOf } from './pod-template';
import { UNKNOWN_CLIENT_FILE } from './rules/client-file-rules';
import {
  SEVERAL_MAIN_CONTAINERS,
  TEMPLATE_IN_OTHER_NAMESPACE,
  TEMPLATE_NOT_A_POD,
  type TemplateProblem,
  templateProblem,
} from './rules/template-rules';
import { TEMPLATE_STEPS } from './template-steps';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type KerberosModel } from '../../model/mounted';
import { type Problem, reporter } from '../../validation/problem';

/** A cluster with the pod templates from which its pods are created. */
export interface Templated extends ClusterModel {
  readonly taskManagerTemplate?: TaskManagerTemplate;
}

interface Loaded extends TaskManagerTemplate {
  readonly pod: FlinkPod;
}

/**
 * Reads the template files that options name, and merges everything into them that has no Flink option: typed
 * properties, the hardening, labels. With parity, a file remains as it is, including its spaces.
 *
 * @param mounted Kerberos files that Flink's own step would not find
 */
export function withTemplates(
  cluster: ClusterModel,
  mounted: KerberosModel | undefined,
  client: Client,
  problems: Problem[],
): Templated {
  if (!cluster.version._can('readsPodTemplates')) {
    return client.isBare ? cluster : withoutTemplates(cluster);
  }
  const template = (role: RoleModel): Loaded | undefined => {
    const file = fileOf(role, cluster, client, problems);
    return client.isBare ? file : built(file, role, { ...cluster, kerberos: mounted });
  };
  const [jobManager, taskManager] = [template(cluster.jobManager), template(cluster.taskManager)];
  return {
    ...cluster,
    jobManager: withTemplate(cluster.jobManager, jobManager),
    taskManager: withTemplate(cluster.taskManager, taskManager),
    taskManagerTemplate: taskManager,
  };
}

function withTemplate(role: RoleModel, loaded: Loaded | undefined): RoleModel {
  return loaded === undefined ? role : { ...role, template: loaded.pod };
}

/** For releases without templates, everything that has an option has been set as an option before. */
function withoutTemplates(cluster: ClusterModel): ClusterModel {
  const { jobManager, taskManager } = cluster;
  return {
    ...cluster,
    jobManager: { ...jobManager, template: EMPTY_POD },
    taskManager: { ...taskManager, template: EMPTY_POD },
  };
}

function fileOf(role: RoleModel, cluster: ClusterModel, client: Client, problems: Problem[]): Loaded | undefined {
  const { options, version } = cluster;
  const report = reporter(problems, 'cluster');
  const key = `kubernetes.pod-template-file.${role.flinkRole}`;
  const path = new OptionValues(options, version, configFile(client, version).dialect).text(key);
  if (path === undefined) {
    return undefined;
  }
  const text = client.files.get(path)?._text;
  if (text === undefined) {
    report(UNKNOWN_CLIENT_FILE, `configuration.${key}`, path);
    return undefined;
  }
  const loaded = client.isBare ? loadedByFlink(text, role, cluster) : loadedStrictly(text, cluster);
  // With parity, only the JobManager would reject the template of the TaskManagers; a preview reports it.
  if (loaded.problem !== undefined && !(client.isBare && role.role === 'taskManager')) {
    problems.push({ ...loaded.problem, part: 'cluster', property: `mode.clientFiles.${path}` });
  }
  return loaded.pod === undefined ? undefined : { ...loaded, pod: loaded.pod, text: () => text };
}

/** A template whose pod is absent if it must not be used. */
interface Read {
  readonly pod?: FlinkPod;
  readonly kind: string;
  readonly problem?: TemplateProblem;
}

function loadedByFlink(text: string, { role }: RoleModel, { version, namespace }: ClusterModel): Read {
  const loaded = loadPodTemplate(text, version);
  if ('problem' in loaded) {
    return { kind: 'Pod', problem: loaded.problem, ...(role === 'taskManager' ? { pod: EMPTY_POD } : {}) };
  }
  const isChecked = role === 'taskManager' && version._can('checksTemplateNamespace');
  return { ...loaded, problem: isChecked ? otherNamespace(loaded.pod, namespace ?? DEFAULT_NAMESPACE) : undefined };
}

/** Without parity, mistakes that Flink's client does not notice are reported, too. */
function loadedStrictly(text: string, { version, namespace }: ClusterModel): Read {
  const loaded = loadPodTemplate(text, version);
  return 'problem' in loaded
    ? { kind: 'Pod', problem: loaded.problem }
    : { ...loaded, problem: mistake(loaded, namespace) };
}

function mistake(loaded: LoadedTemplate, namespace: string | undefined): TemplateProblem | undefined {
  const { pod, kind, apiVersion, mainContainers } = loaded;
  if (kind !== 'Pod' || apiVersion !== 'v1') {
    return templateProblem(TEMPLATE_NOT_A_POD, { kind, apiVersion });
  }
  return mainContainers > 1
    ? templateProblem(SEVERAL_MAIN_CONTAINERS, { count: mainContainers })
    : otherNamespace(pod, namespace);
}

function otherNamespace({ metadata }: FlinkPod, namespace: string | undefined): TemplateProblem | undefined {
  const { namespace: own } = metadata;
  return own === undefined || own === '' || own === namespace
    ? undefined
    : templateProblem(TEMPLATE_IN_OTHER_NAMESPACE, { namespace: String(own) });
}

function built(file: Loaded | undefined, role: RoleModel, cluster: ClusterModel): Loaded {
  const { jobManager, taskManager, clusterName } = cluster;
  const template = file === undefined ? role.template : merged(file.pod, role.template);
  const image = jobManager.image === taskManager.image || role.image === '' ? {} : { image: role.image };
  const policy = role.stated.imagePullPolicy === undefined ? {} : { imagePullPolicy: role.stated.imagePullPolicy };
  const labelled = addToPod(template, { labels: recommendedLabels(clusterName, role.flinkRole) });
  const decorated = TEMPLATE_STEPS.reduce((pod, step) => step.decorate?.(pod, { cluster, role }) ?? pod, labelled);
  const pod = addToPod(decorated, { main: { ...image, ...policy } });
  return { pod, kind: 'Pod', text: () => textOf(pod) };
}

function merged(file: FlinkPod, { metadata, spec, main }: FlinkPod): FlinkPod {
  return {
    metadata: mergeTemplate(file.metadata, metadata) as FlinkPod['metadata'],
    spec: mergeTemplate(file.spec, spec),
    main: mergeTemplate(file.main, main),
  };
}

/** As YAML that is readable in a diff. */
function textOf(pod: FlinkPod): string {
  const manifest: ManifestJson = { apiVersion: 'v1', kind: 'Pod', ...manifestOf(pod, false) };
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false });
}
