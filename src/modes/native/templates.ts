import { type Client, configFile } from './client';
import { type TaskManagerTemplate } from './native-model';
import { OptionValues } from './option-values';
import { loadPodTemplate } from './pod-template';
import { releaseOf } from './release';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Problem, type Report, reporter } from '../../validation/problem';

/** A cluster whose roles' templates are those that pods are made of. */
export interface Templated extends ClusterModel {
  readonly taskManagerTemplate?: TaskManagerTemplate;
}

interface Loaded {
  readonly pod: FlinkPod;
  readonly kind: string;
  readonly text: string;
}

/** Reads the template files that options name, and puts what was stated otherwise over them. */
export function withTemplates(cluster: ClusterModel, client: Client, problems: Problem[]): Templated {
  const release = releaseOf(cluster.version);
  if (!release.hasPodTemplates) {
    return cluster;
  }
  const values = new OptionValues(cluster.options, cluster.version, configFile(client, cluster.version).dialect);
  const load = (role: RoleModel['role']): Loaded | undefined => {
    const key = `kubernetes.pod-template-file.${role}`;
    const path = values.text(key);
    return path === undefined ? undefined : loadFile(key, path, cluster, client, reporter(problems, 'cluster'));
  };
  const jobManager = load('jobmanager');
  const taskManager = load('taskmanager');
  return {
    ...cluster,
    jobManager: jobManager === undefined ? cluster.jobManager : { ...cluster.jobManager, template: jobManager.pod },
    taskManager: taskManager === undefined ? cluster.taskManager : { ...cluster.taskManager, template: taskManager.pod },
    taskManagerTemplate: taskManager === undefined ? undefined : { text: () => taskManager.text, kind: taskManager.kind },
  };
}

function loadFile(key: string, path: string, { version }: ClusterModel, client: Client, report: Report): Loaded | undefined {
  const text = client.files.get(path)?._text;
  if (text === undefined) {
    report('FLK-NAT-04', `configuration.${key}`, path);
    return undefined;
  }
  const loaded = loadPodTemplate(text, releaseOf(version));
  if ('problem' in loaded) {
    report('FLK-NAT-06', `mode.clientFiles.${path}`, undefined, { problem: loaded.problem });
    return undefined;
  }
  return { ...loaded, text };
}
