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

/** Holds everything that constructs and features said of one cluster, and what was wrong with the way they said it. */
export class Collector {
  public readonly problems: Problem[] = [];
  /** Grows with every change, so that what was derived knows whether it still holds. */
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

  /** Asks a feature, once, what it contributes; whatever it throws becomes a problem of the property that it was given by. */
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

  /** Takes what a construct mounts; mounts are kept in an order of their own, as the order of constructs must change no pod. */
  public addMount({ order, contribution }: Mounted, source: string, part: Part, role: Role | undefined): void {
    this.mounts.push({ order, input: { source, property: '', part, contribution, role } });
    this.mounts.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    this.generation++;
  }
}

function sourceOf(feature: IFlinkFeature): string {
  let name: unknown;
  try {
    name = (feature as { constructor?: { name?: unknown } }).constructor?.name;
  } catch {
    // A proxy; its class is of no use to the reader of a message.
  }
  return `feature ${typeof name !== 'string' || name === 'Object' ? 'without a class' : name}`;
}
