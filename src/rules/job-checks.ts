import { checkArtifact } from './artifact-checks';
import { misreadByStartScript } from './start-script-arguments';
import { type FlinkVersion } from '../configuration/flink-version';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { references } from '../kubernetes/expansion';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type Mode } from '../model/step-decorator';
import { type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

type Application = ClusterModel & { readonly job: JobModel };

/** Every rule about the job of an application cluster that needs the whole cluster. */
export function checkApplication(cluster: Application, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  checkArtifact(cluster.job, { version: cluster.version, mode, hasOwnImage: cluster.jobManager.stated.image }, report);
  checkSavepoint(cluster, mode, report);
  checkArguments(cluster, mode, report);
  checkUpgrades(cluster.job, mode, isHighlyAvailable(cluster.options), report);
  if (mode === 'standalone') {
    checkStartScript(cluster.job, report);
    checkParallelism(cluster.job.parallelism, cluster, report);
    checkWorkload(cluster, problems);
  } else if (cluster.job.workload !== undefined) {
    report(RULES['FLK-JOB-11'], 'workload', undefined, {
      problem: `in ${mode} mode the workload is always the same`,
      fix: 'remove it, or use DeploymentMode.standalone()',
    });
  }
  checkEnd(cluster, mode, report);
}

function checkSavepoint(
  { job: { savepoint }, version, jobManager }: Application,
  mode: Mode['name'],
  report: Report,
): void {
  const { path } = savepoint ?? {};
  checkClaimMode(savepoint?.claimMode, version, mode, report);
  const folder = /^file:(?:\/\/)?(\/.*)$/.exec(path ?? '')?.[1];
  const mounts = (jobManager.template.main.volumeMounts ?? []) as ManifestJson[];
  if (
    folder !== undefined &&
    jobManager.override === undefined &&
    !mounts.some(({ mountPath }) => folder.startsWith(`${String(mountPath).replace(/\/+$/, '')}/`))
  ) {
    report(RULES['FLK-JOB-13'], 'job.savepoint.path', path);
  }
}

/** @param mode The mode of an application; absent where a Job submits to a session cluster */
export function checkClaimMode(
  claimMode: string | undefined,
  version: FlinkVersion,
  mode: Mode['name'] | undefined,
  report: Report,
): void {
  const wrong = (problem: string, fix: string): void =>
    report(RULES['FLK-JOB-05'], 'job.savepoint.claimMode', claimMode, { problem, fix });
  if (claimMode !== undefined && !version._isAtLeast('1.15')) {
    wrong(`Flink ${version.releaseLine} has no claim modes, which came with 1.15`, 'remove it');
  } else if (claimMode === 'LEGACY' && version._isAtLeast('2.0')) {
    wrong('Flink 2.0 has dropped LEGACY', 'write SavepointClaimMode.NO_CLAIM');
  } else if (claimMode !== undefined && claimMode !== 'NO_CLAIM' && mode === 'standalone') {
    wrong('a standalone application overwrites it with NO_CLAIM', 'remove it, or use native or operator mode');
  }
}

/** Only a container's arguments are read by Kubernetes; elsewhere a reference would reach the program as it is. */
function checkArguments({ job: { args }, jobManager }: Application, mode: Mode['name'], report: Report): void {
  const env = (jobManager.template.main.env ?? []) as ManifestJson[];
  const variables = new Set([...env, ...jobManager.secretEnv].map(({ name }) => name as unknown));
  const hasMore = jobManager.template.main.envFrom !== undefined || jobManager.override !== undefined;
  for (const name of new Set(args.flatMap(references))) {
    if (mode !== 'standalone') {
      report(RULES['FLK-JOB-07'], 'job.args', `$(${name})`, {
        problem: `nothing replaces references in ${mode} mode`,
        fix: 'let the program read the variable from its environment',
      });
    } else if (!variables.has(name) && !hasMore) {
      report(RULES['FLK-JOB-07'], 'job.args', `$(${name})`, {
        problem: 'the JobManager has no such variable, and the program would get the reference itself',
        fix: 'define it by env or envValues, or correct the name',
      });
    }
  }
}

function checkStartScript({ args, scriptArgs }: JobModel, report: Report): void {
  const { argument, effect } = misreadByStartScript(args.slice(scriptArgs)) ?? {};
  if (effect === 'missing value') {
    report(RULES['FLK-JOB-22'], 'job.args', argument, {
      effect: 'starts nothing, as no value follows',
      fix: 'give it a value, or another name',
    });
  } else if (effect === 'memory') {
    report(RULES['FLK-JOB-22'], 'job.args', argument, {
      effect: 'sizes the JobManager by it',
      fix: 'give it another name; jobManager.memory sizes the JobManager',
    });
  }
}

/** Without the operator, nobody stands by who could do something to a running application. */
function checkUpgrades(
  { nonces, state, upgradeMode }: JobModel,
  mode: Mode['name'],
  hasStandbys: boolean,
  report: Report,
): void {
  const others = 'use DeploymentMode.operator(), or a FlinkSessionJob';
  if (upgradeMode === 'fail') {
    report(RULES['FLK-JOB-12'], 'job.upgradeMode', upgradeMode, {
      problem: 'only jobs of a session cluster can refuse a change',
      fix: 'write another mode',
    });
  }
  if (mode === 'operator') {
    return;
  }
  if (nonces !== undefined) {
    report(RULES['FLK-OPM-06'], 'job.nonces');
  }
  if (state === 'suspended') {
    report(RULES['FLK-JOB-12'], 'job.state', state, {
      problem: `nobody suspends an application in ${mode} mode`,
      fix: others,
    });
  }
  if (upgradeMode === 'savepoint') {
    report(RULES['FLK-JOB-12'], 'job.upgradeMode', upgradeMode, {
      problem: `nobody takes a savepoint when an application changes in ${mode} mode`,
      fix: others,
    });
  } else if (upgradeMode === 'last-state' && !hasStandbys) {
    report(RULES['FLK-JOB-12'], 'job.upgradeMode', upgradeMode, {
      problem: 'without high availability a new JobManager knows no checkpoint',
      fix: 'configure high availability',
    });
  } else if (upgradeMode === 'stateless' && hasStandbys) {
    report(RULES['FLK-JOB-12'], 'job.upgradeMode', upgradeMode, {
      problem: 'with high availability a changed application goes on from its last checkpoint',
      fix: 'write UpgradeMode.LAST_STATE',
    });
  }
}

/** Whether the job would get the slots that it asks for; schedulers that adapt make do with less. */
export function checkParallelism(
  parallelism: number | undefined,
  { options, taskManager: { replicas } }: ClusterModel,
  report: Report,
): void {
  const slots = options.integer(Keys.TASK_SLOTS) ?? 0;
  const adapts =
    options.get(Keys.SCHEDULER_MODE) !== undefined || options.get(Keys.SCHEDULER)?.toLowerCase() === 'adaptive';
  if (parallelism !== undefined && slots > 0 && parallelism > slots * replicas && !adapts) {
    report(RULES['FLK-JOB-04'], 'job.parallelism', parallelism, { slots, replicas, total: slots * replicas });
  }
}

/** Reactive mode is for one kind of cluster, in which it decides more than Flink says. */
export function checkReactive({ job, options, taskManager }: ClusterModel, mode: Mode['name'], report: Report): void {
  const wrong = (property: string, problem: string, fix: string): void =>
    report(RULES['FLK-JOB-21'], property, undefined, { problem, fix });
  const property = `configuration.${Keys.SCHEDULER_MODE}`;
  // The operator can run standalone clusters too, and says itself what it refuses.
  if ((job === undefined && mode !== 'operator') || mode === 'native') {
    const fix = 'use a FlinkApplicationCluster with DeploymentMode.standalone(), or jobmanager.scheduler: adaptive';
    wrong(property, 'Flink starts no other clusters with it than standalone applications', fix);
  } else if (options.get(Keys.RUNTIME_MODE)?.toUpperCase() === 'BATCH') {
    wrong(property, 'it runs streaming jobs alone', `remove ${Keys.RUNTIME_MODE}: BATCH`);
  }
  if (taskManager.isScaled && taskManager.stated.replicas !== undefined) {
    wrong(
      'taskManager.replicas',
      'the autoscaler decides how many TaskManagers there are',
      'remove it, and set minReplicas of ReactiveMode.autoscaled',
    );
  }
}

function checkWorkload(cluster: Application, problems: Problem[]): void {
  const {
    job: { workload },
    options,
    jobManager,
  } = cluster;
  if (workload?.kind !== 'Job') {
    return;
  }
  const report = reporter(problems, 'cluster');
  if (
    workload.hashedName === true &&
    (isHighlyAvailable(cluster.options) || options.get(Keys.RUNTIME_MODE)?.toUpperCase() !== 'BATCH')
  ) {
    report(RULES['FLK-JOB-11'], 'workload.hashedName', true, {
      problem: 'the old Job and the new one would run side by side',
      fix: 'remove it, or set execution.runtime-mode to BATCH, without high availability',
    });
  }
  for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
    if (jobManager[property] !== undefined) {
      reporter(problems, 'jobManager')(RULES['FLK-JOB-11'], property, undefined, {
        problem: 'a Job has none',
        fix: 'remove it, or use ApplicationWorkload.deployment()',
      });
    }
  }
}

/** From 1.15 on, an option keeps the JobManager waiting when the application has finished. */
function checkEnd({ job: { workload }, version }: Application, mode: Mode['name'], report: Report): void {
  if (version._isSupported && !version._isAtLeast('1.15') && mode !== 'operator' && workload?.kind !== 'Job') {
    report(RULES['FLK-JOB-14'], mode === 'standalone' ? 'workload' : 'mode', undefined, {
      release: version.releaseLine,
      fix:
        mode === 'standalone'
          ? 'use ApplicationWorkload.job() for a bounded job'
          : 'use Flink 1.15 for a bounded job, or DeploymentMode.standalone() with ApplicationWorkload.job()',
    });
  }
}
