import {
  type ClusterInput,
  type ContributionInput,
  type Inputs,
  type JobManagerInput,
  type TaskManagerInput,
} from './inputs';
import { type Mounted } from './mount-host';
import { type JobModel } from '../model/job-model';
import { type Role } from '../model/role';
import { type FlinkContribution, type IFlinkFeature } from '../props/contribution';
import { CONTRIBUTION_FIELDS } from '../readers/contribution-fields';
import { readStruct, reason } from '../readers/reader';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/** The rules about features report this rule, too, about the checks that features contribute. */
export const EXCEPTION_IN_FEATURE = defineRule({
  id: 'FLK-FEAT-01',
  severity: 'error',
  rule: '{method} threw an exception: {reason}',
  fix: 'correct the feature; it must return findings instead of throwing them',
  source: Sources.LIBRARY,
});

/** Collects the input of one cluster from constructs and features, and the problems of that input. */
export class Collector {
  public readonly problems: Problem[] = [];
  /** Increases with every change, so that derived values can be found to be outdated. */
  public generation = 0;
  private readonly features: ContributionInput[] = [];
  private readonly mounts: { readonly order: string; readonly input: ContributionInput }[] = [];
  private cluster!: ClusterInput;
  private job?: JobModel;
  private jobManager?: JobManagerInput;
  private taskManager?: TaskManagerInput;

  public get inputs(): Inputs {
    const { cluster, features, mounts, job, jobManager, taskManager } = this;
    const contributions = mounts.length === 0 ? features : [...features, ...mounts.map(({ input }) => input)];
    return { cluster, contributions, job, jobManager, taskManager };
  }

  public report(part: Part): Report {
    return reporter(this.problems, part);
  }

  public setCluster(cluster: ClusterInput): void {
    this.cluster = cluster;
    this.generation++;
  }

  public setJob(job: JobModel | undefined): void {
    this.job = job;
    this.generation++;
  }

  public setJobManager(input: JobManagerInput): void {
    this.jobManager = input;
    this.generation++;
  }

  public setTaskManager(input: TaskManagerInput): void {
    this.taskManager = input;
    this.generation++;
  }

  /** Binds a feature, once. An exception is reported at the property with the feature as its value. */
  public addFeature(feature: IFlinkFeature, property: string, part: Part): void {
    const report = this.report(part);
    const { clusterName, version, namespace } = this.cluster;
    let contribution: FlinkContribution;
    try {
      contribution = feature.bind({ clusterName, version, namespace });
    } catch (error) {
      report(EXCEPTION_IN_FEATURE, property, undefined, { method: 'bind', reason: reason(error) });
      return;
    }
    const read = readStruct<FlinkContribution>(contribution, CONTRIBUTION_FIELDS, `${property}.bind()`, report);
    this.features.push({ source: sourceOf(feature), property, part, contribution: read });
    this.generation++;
  }

  /** Adds a mount. Mounts are sorted, because the order of constructs must not change a pod. */
  public addMount({ order, contribution }: Mounted, source: string, part: Part, role: Role | undefined): void {
    this.mounts.push({ order, input: { source, property: '', part, contribution, role } });
    this.mounts.sort(byOrder);
    this.generation++;
  }
}

function byOrder(a: { readonly order: string }, b: { readonly order: string }): number {
  return Number(a.order > b.order) - Number(a.order < b.order);
}

/** The name of a feature in messages. */
function sourceOf(feature: IFlinkFeature): string {
  let name: unknown;
  try {
    name = (feature as { constructor?: { name?: unknown } }).constructor?.name;
  } catch {
    // A proxy can throw; the message then has no name of a class.
  }
  return `feature ${typeof name !== 'string' || name === 'Object' ? 'without a class' : name}`;
}
