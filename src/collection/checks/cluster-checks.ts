import { checkNames } from './name-checks';
import { checkOptions } from './option-checks';
import { checkTexts } from './text-checks';
import { Keys } from '../../configuration/keys';
import { isNodePort } from '../../kubernetes/names';
import { type ClusterModel } from '../../model/cluster-model';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { reason } from '../../validation/readers';
import { type Inputs } from '../inputs';

/** Every rule that needs the whole cluster, but no pod. */
export function checkCluster(cluster: ClusterModel, inputs: Inputs, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  checkNames(cluster, report);
  checkOptions(cluster, report);
  checkScale(cluster, problems);
  checkServices(cluster, problems);
  checkFiles(cluster, report);
  checkFeatures(cluster, inputs, problems);
  checkTexts(cluster.labels, 'labels', report);
  checkTexts(cluster.annotations, 'annotations', report);
  checkTexts(cluster.restService.annotations, 'restAccess.annotations', reporter(problems, 'jobManager'));
  checkTexts(cluster.queryableState?.annotations, 'queryableState.annotations', reporter(problems, 'taskManager'));
  cluster.manifests.forEach(({ kind, name, fields }) => checkTexts(fields, `${kind}.${name}`, report));
}

function checkScale({ options, jobManager, taskManager }: ClusterModel, problems: Problem[]): void {
  const highAvailability = options.get(Keys.HIGH_AVAILABILITY_TYPE) ?? options.get(Keys.HIGH_AVAILABILITY) ?? 'NONE';
  if (highAvailability.toUpperCase() === 'NONE') {
    if (jobManager.replicas > 1) {
      reporter(problems, 'jobManager')('FLK-REP-01', 'replicas', jobManager.replicas);
    }
    if (jobManager.strategy?.type === 'RollingUpdate') {
      reporter(problems, 'jobManager')('FLK-REP-02', 'strategy', 'RollingUpdate');
    }
  }
  const slots = options.integer(Keys.TASK_SLOTS);
  const report = reporter(problems, 'taskManager');
  if (slots === undefined || slots < 1) {
    report('FLK-REP-03', 'taskSlots', options.get(Keys.TASK_SLOTS));
    return;
  }
  if (slots > 128) {
    report('FLK-REP-04', 'taskSlots', slots);
  }
  const parallelism = options.get(Keys.PARALLELISM);
  const wanted = options.integer(Keys.PARALLELISM);
  if (parallelism !== undefined && (wanted === undefined || wanted < 1)) {
    reporter(problems, 'cluster')('FLK-REP-06', `configuration.${Keys.PARALLELISM}`, parallelism);
  } else if (wanted !== undefined && wanted > slots * taskManager.replicas) {
    reporter(problems, 'cluster')('FLK-REP-05', `configuration.${Keys.PARALLELISM}`, wanted, {
      slots, replicas: taskManager.replicas, total: slots * taskManager.replicas,
    });
  }
}

function checkServices({ restService, queryableState, version }: ClusterModel, problems: Problem[]): void {
  const report = reporter(problems, 'jobManager');
  const { type, nodePort, loadBalancerSourceRanges } = restService;
  if (type === 'NodePort' || type === 'LoadBalancer') {
    report('FLK-SVC-02', 'restAccess', type);
  }
  checkNodePort(nodePort, 'restAccess.nodePort', report);
  for (const range of loadBalancerSourceRanges ?? []) {
    if (typeof range !== 'string' || !/^(?:\d{1,3}\.){3}\d{1,3}\/(?:[12]?\d|3[0-2])$|^[0-9a-f:]+\/(?:\d{1,2}|1[01]\d|12[0-8])$/i.test(range)) {
      report('FLK-SVC-04', 'restAccess.sourceRanges', range);
    }
  }
  if (queryableState !== undefined) {
    const tell = reporter(problems, 'taskManager');
    checkNodePort(queryableState.nodePort, 'queryableState.nodePort', tell);
    if (version._isAtLeast('1.18')) {
      tell('FLK-SVC-03', 'queryableState', undefined, { version: version.releaseLine });
    }
  }
}

function checkNodePort(nodePort: unknown, property: string, report: Report): void {
  if (nodePort !== undefined && !isNodePort(nodePort)) {
    report('FLK-SVC-01', property, nodePort);
  }
}

/** What etcd takes of one ConfigMap. */
const MAX_CONFIG_MAP = 1_048_576;

function checkFiles({ files, options, clusterName }: ClusterModel, report: Report): void {
  let size = options.entries.reduce((sum, { key, value }) => sum + Buffer.byteLength(key) + Buffer.byteLength(value) + 4, 0);
  for (const { name, _text: text, _base64: base64 } of files.values()) {
    if (text === undefined && (typeof base64 !== 'string' || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64))) {
      report('FLK-FILE-04', `files.${name}`);
      continue;
    }
    if (text !== undefined && typeof text !== 'string') {
      report('FLK-FILE-04', `files.${name}`, text);
      continue;
    }
    size += text === undefined ? base64!.length * 3 / 4 : Buffer.byteLength(text);
  }
  if (size > MAX_CONFIG_MAP) {
    report('FLK-FILE-05', 'files', undefined, { size, clusterName });
  }
}

function checkFeatures({ options }: ClusterModel, { contributions }: Inputs, problems: Problem[]): void {
  for (const { contribution, property, part } of contributions) {
    const report = reporter(problems, part);
    for (const problem of contribution.problems ?? []) {
      report('FLK-FEAT-04', problem.property, problem.got, { rule: problem.rule, fix: problem.fix });
    }
    for (const check of contribution.checks ?? []) {
      try {
        check.check(Object.fromEntries(options.toMap())).forEach((finding) => report('FLK-FEAT-03', property, undefined, { finding }));
      } catch (error) {
        report('FLK-FEAT-01', property, undefined, { method: 'check', reason: reason(error) });
      }
    }
  }
}
