import { isIP } from 'node:net';
import { checkAgainstCatalogue } from './catalogue-checks';
import { checkHighAvailability } from './high-availability-checks';
import { checkReactive, checkApplication } from './job-checks';
import { checkMounts } from './mount-checks';
import { checkOptions } from './option-checks';
import { checkSecrets } from './secret-checks';
import { checkState } from './state-checks';
import { checkStorage } from './storage-checks';
import { checkTexts } from './text-checks';
import { LIBRARY } from '../configuration/flink-options';
import { type FlinkOptions } from '../configuration/flink-options';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type Inputs, isMount } from '../derivation/inputs';
import { isNodePort } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type Mode } from '../model/step-decorator';
import { list, reason, string } from '../readers/reader';
import { type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Every rule that needs the whole cluster, but no pod. */
export function checkCluster(cluster: ClusterModel, inputs: Inputs, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  checkOptions(cluster, mode, report);
  checkAgainstCatalogue(cluster, mode, inputs.cluster.allowUnknownOptions ?? [], report);
  checkScale(cluster, mode, problems);
  if (isHighlyAvailable(cluster.options)) {
    checkHighAvailability(cluster, mode, report);
  }
  if (cluster.options.get(Keys.SCHEDULER_MODE) !== undefined) {
    checkReactive(cluster, mode, report);
  }
  if (cluster.job !== undefined) {
    checkApplication({ ...cluster, job: cluster.job }, mode, problems);
  }
  if (cluster.options.stated.some(({ key }) => ABOUT_STATE.test(key))) {
    checkState(cluster, report);
  }
  checkVolumeClaims(cluster, mode, problems);
  checkProbes(cluster, problems);
  checkServices(cluster, inputs, problems);
  checkFiles(cluster, report);
  checkFeatures(cluster, inputs, problems);
  if (
    cluster.options.entries.some(({ source }) => source !== LIBRARY) ||
    inputs.cluster.files !== undefined ||
    cluster.secretOptions.length > 0 ||
    cluster.job !== undefined ||
    cluster.manifests.length > 0 ||
    Object.keys(cluster.annotations).length > 0
  ) {
    checkSecrets(cluster, inputs, mode, problems);
    checkStorage(cluster, inputs, report);
  }
  if (inputs.contributions.some(isMount)) {
    checkMounts(inputs, problems);
  }
  checkTexts(cluster.namespace, 'namespace', report);
  checkTexts(cluster.labels, 'labels', report);
  checkTexts(cluster.annotations, 'annotations', report);
  checkTexts(cluster.restService.annotations, 'restAccess.annotations', reporter(problems, 'jobManager'));
  checkTexts(cluster.queryableState?.annotations, 'queryableState.annotations', reporter(problems, 'taskManager'));
  cluster.manifests.forEach(({ kind, name, fields }) => checkTexts(fields, `${kind}.${name}`, report));
}

/** Of clusters that have it, which most have not. */
const ABOUT_STATE = /^(?:state\.|execution\.checkpointing\.|dstl\.)/;
/** What Flink takes where nothing is said. */
const FLINK_SLOTS = 1;

function checkScale(
  { options, job, jobManager, taskManager }: ClusterModel,
  mode: Mode['name'],
  problems: Problem[],
): void {
  if (!isHighlyAvailable(options)) {
    if (jobManager.replicas > 1) {
      reporter(problems, 'jobManager')(RULES['FLK-REP-01'], 'replicas', jobManager.replicas);
    }
    if (jobManager.strategy?.type === 'RollingUpdate') {
      reporter(problems, 'jobManager')(RULES['FLK-REP-02'], 'strategy', 'RollingUpdate');
    }
  }
  const slots = options.get(Keys.TASK_SLOTS) === undefined ? FLINK_SLOTS : options.integer(Keys.TASK_SLOTS);
  const report = reporter(problems, 'taskManager');
  if (slots === undefined || slots < 1) {
    report(RULES['FLK-REP-03'], 'taskSlots', options.get(Keys.TASK_SLOTS));
    return;
  }
  if (slots > 128) {
    report(RULES['FLK-REP-04'], 'taskSlots', slots);
  }
  const parallelism = options.get(Keys.PARALLELISM);
  const wanted = options.integer(Keys.PARALLELISM);
  if (parallelism !== undefined && (wanted === undefined || wanted < 1)) {
    reporter(problems, 'cluster')(RULES['FLK-REP-06'], `configuration.${Keys.PARALLELISM}`, parallelism);
  } else if (
    mode === 'standalone' &&
    wanted !== undefined &&
    job?.parallelism === undefined &&
    !isAdaptive(options) &&
    wanted > slots * taskManager.replicas
  ) {
    reporter(problems, 'cluster')(RULES['FLK-REP-05'], `configuration.${Keys.PARALLELISM}`, wanted, {
      slots,
      replicas: taskManager.replicas,
      total: slots * taskManager.replicas,
    });
  }
}

/** Only Kubernetes' own StatefulSets give a pod the volumes of the one before it. */
function checkVolumeClaims({ taskManager }: ClusterModel, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'taskManager');
  if (taskManager.volumeClaimTemplates.length > 0 && mode !== 'standalone') {
    report(RULES['FLK-STATE-03'], 'localRecovery', undefined, { mode });
  } else if (taskManager.volumeClaimTemplates.length > 0 && taskManager.strategy !== undefined) {
    report(RULES['FLK-STATE-04'], 'strategy', taskManager.strategy.type);
  }
}

/** Whether jobs make do with the slots that there are. */
function isAdaptive(options: FlinkOptions): boolean {
  return options.get(Keys.SCHEDULER_MODE) !== undefined || options.get(Keys.SCHEDULER)?.toLowerCase() === 'adaptive';
}

/** Only the JobManager has the REST endpoint that such a probe asks. */
function checkProbes({ taskManager }: ClusterModel, problems: Problem[]): void {
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    if (taskManager[probe]?._asksRest) {
      reporter(problems, 'taskManager')(RULES['FLK-POD-12'], probe);
    }
  }
}

function checkServices(
  { restService, queryableState, version }: ClusterModel,
  { contributions }: Inputs,
  problems: Problem[],
): void {
  const report = reporter(problems, 'jobManager');
  const second = contributions.filter(({ contribution }) => contribution.restService !== undefined)[1];
  if (second !== undefined) {
    reporter(problems, second.part)(RULES['FLK-SVC-05'], second.property);
  }
  const { type, nodePort, loadBalancerSourceRanges } = restService;
  if (type === 'NodePort' || type === 'LoadBalancer') {
    report(RULES['FLK-SVC-02'], 'restAccess', type);
  }
  checkNodePort(nodePort, 'restAccess.nodePort', report);
  for (const range of loadBalancerSourceRanges ?? []) {
    if (!isAddressRange(range)) {
      report(RULES['FLK-SVC-04'], 'restAccess.sourceRanges', range);
    }
  }
  if (queryableState !== undefined) {
    const tell = reporter(problems, 'taskManager');
    checkNodePort(queryableState.nodePort, 'queryableState.nodePort', tell);
    if (version._isAtLeast('1.18')) {
      tell(RULES['FLK-SVC-03'], 'queryableState', undefined, { version: version.releaseLine });
    }
  }
}

/** An address and the length of a prefix. */
function isAddressRange(range: string): boolean {
  const [address, length, ...rest] = range.split('/') as [string, ...string[]];
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  return rest.length === 0 && /^(?:0|[1-9]\d{0,2})$/.test(length ?? '') && Number(length) <= bits;
}

function checkNodePort(nodePort: unknown, property: string, report: Report): void {
  if (nodePort !== undefined && !isNodePort(nodePort)) {
    report(RULES['FLK-SVC-01'], property, nodePort);
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function checkFiles({ files }: ClusterModel, report: Report): void {
  for (const { name, _text: content, _base64: base64 = '?' } of files.values()) {
    if (content === undefined && !BASE64.test(base64)) {
      report(RULES['FLK-FILE-04'], `files.${name}`);
    }
  }
}

function checkFeatures({ options }: ClusterModel, { contributions }: Inputs, problems: Problem[]): void {
  for (const { contribution, property, part } of contributions) {
    const report = reporter(problems, part);
    for (const problem of contribution.problems ?? []) {
      report(RULES['FLK-FEAT-04'], problem.property, problem.got, { rule: problem.rule, fix: problem.fix });
    }
    for (const check of contribution.checks ?? []) {
      try {
        const findings = list(string)(check.check(Object.fromEntries(options.toMap())), `${property}.check()`, report);
        findings?.forEach((finding) => report(RULES['FLK-FEAT-03'], property, undefined, { finding }));
      } catch (error) {
        report(RULES['FLK-FEAT-01'], property, undefined, { method: 'check', reason: reason(error) });
      }
    }
  }
}
