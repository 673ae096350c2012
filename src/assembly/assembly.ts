import { Chart } from 'cdk8s';
import { type Construct, type IConstruct } from 'constructs';
import { type DeploymentMode } from './deployment-mode';
import { blamingMounts } from './mount-blame';
import { clusterModel } from '../derivation/cluster-model';
import { Collector } from '../derivation/collector';
import { isMount } from '../derivation/inputs';
import { makeMountHost, type Mounted, mountPart, type MountHost } from '../derivation/mount-host';
import { hasUserParts } from '../derivation/user-parts';
import { Emitter } from '../emission/emitter';
import { findClash, watchNames } from '../emission/registry';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Manifest, type Owner } from '../model/manifest';
import { type Role } from '../model/role';
import { type ModeNames } from '../model/step-decorator';
import { accompanying, rolePod } from '../modes/shared/steps';
import { type FlinkWarning } from '../props/warning';
import { checkCluster } from '../rules/cluster-checks';
import { checkObjectSizes } from '../rules/object-size-checks';
import { checkPlaces } from '../rules/place-checks';
import { checkPod } from '../rules/pod-checks';
import { checkClusterRules } from '../rules/rule-sets';
import {
  isError,
  isSuppressed,
  message,
  type Part,
  type Problem,
  type Report,
  reporter,
  type Strictness,
  withPath,
} from '../validation/problem';
import { RULES } from '../validation/rules';

/**
 * Brings the parts of one cluster together: what they say is collected, derived into a model, decorated by the mode and emitted as
 * ApiObjects below the construct that owns them.
 */
export class Assembly implements MountHost {
  public readonly collector = new Collector();
  private readonly constructs = new Map<Part, Construct>();
  private readonly owners: { [owner in Owner]?: Construct };
  private readonly emitter: Emitter;
  private checked?: { readonly generation: number; readonly problems: readonly Problem[] };

  constructor(
    root: Construct,
    config: Construct,
    private readonly namespace: string | undefined,
    public readonly mode: DeploymentMode,
    private readonly strictness: Strictness,
    /** Whether a composite plans once at its end, instead of each part after itself. */
    private readonly composed: boolean,
  ) {
    this.owners = { config };
    this.emitter = new Emitter(this.owners, namespace, () => this.bodies());
    this.blame('cluster', root);
  }

  /** Puts a role's construct into its place; a second one for the same place is an error of the later one. */
  public addRole(part: Role, construct: Construct): boolean {
    const present = this.constructs.get(part);
    if (present !== undefined) {
      const other = present.node.path;
      const problem: Problem = { rule: RULES['FLK-PART-01'], part, property: 'config', facts: { other, part } };
      construct.node.addValidation({ validate: () => [message(problem)] });
      return false;
    }
    this.blame(part, construct);
    this.owners[part] = construct;
    const chart = Chart.of(construct).namespace;
    if (chart !== undefined && chart !== this.namespace && !this.composed) {
      this.collector.report(part)(RULES['FLK-PART-02'], 'config', chart, {
        namespace: this.namespace ?? 'of whoever applies it',
      });
    }
    return true;
  }

  public roleOf(construct: IConstruct): Role | undefined {
    return (['jobManager', 'taskManager'] as const).find((part) => this.constructs.get(part) === construct);
  }

  /** A mount is made after the cluster, and may add an object or take one away. */
  public mount(
    construct: Construct,
    role: Role | undefined,
    mounted: Mounted | undefined,
    problems: readonly Problem[],
  ): void {
    const part = mountPart(construct);
    this.constructs.set(part, construct);
    construct.node.addValidation({ validate: () => this.errors(part) });
    this.collector.problems.push(...problems);
    this.collector.addMount(mounted ?? { order: '', contribution: {} }, construct.constructor.name, part, role);
    this.plan();
  }

  /** Brings the ApiObjects in step with what has been said so far. */
  public plan(): void {
    const problems = [...this.collector.problems];
    const model = this.derive(problems);
    const pods = this.check(model, problems);
    this.emitter.sync(
      this.manifests(model, (role) => pods.get(role.role)!),
      !problems.some((problem) => this.isError(problem)),
    );
  }

  /** Called at the end of a part's constructor: a part made by hand plans at once, a composed one leaves it to the composite. */
  public partAdded(): void {
    if (!this.composed) {
      this.plan();
    }
  }

  public get model(): ClusterModel {
    return this.derive([]);
  }

  public get webUiUrl(): string | undefined {
    return this.mode._mode.webUiUrl?.(this.model);
  }

  public get warnings(): FlinkWarning[] {
    return this.problems()
      .filter((problem) => !this.isError(problem) && !isSuppressed(problem, this.strictness))
      .map((problem) => {
        const path = this.pathOf(problem);
        return { id: problem.rule.id, path, property: problem.property, text: withPath(message(problem), path) };
      });
  }

  /** How the mode calls what others refer to. */
  public get names(): ModeNames {
    return this.mode._mode.names;
  }

  /** A role's pod as its workload, or Flink, makes it. */
  public pod(part: 'jobManager' | 'taskManager'): ManifestJson {
    const [problems, model] = [[...this.problems()], this.derive([])];
    const { checkPreview, preview } = this.mode._mode;
    checkPreview?.(model, model[part], problems);
    this.throwErrors(problems);
    const refusals: Problem[] = [];
    const pod = preview(model, model[part], (role) => this.decorate(model, role), refusals);
    this.throwErrors(refusals);
    return pod;
  }

  private blame(part: Part, construct: Construct): void {
    this.constructs.set(part, construct);
    makeMountHost(construct, this);
    watchNames(construct);
    construct.node.addValidation({ validate: () => this.errors(part) });
  }

  private errors(part: Part): string[] {
    const problems = this.problems();
    const found =
      problems.length === 0
        ? []
        : problems.filter((problem) => problem.part === part && this.isError(problem)).map(message);
    return [...new Set(part === 'cluster' ? [...found, ...this.clash()] : found)];
  }

  /** One message a cluster, however many of its objects have a double. */
  private clash(): string[] {
    for (const construct of this.constructs.values()) {
      const clash = findClash(construct);
      if (clash !== undefined) {
        const facts = { kind: clash.kind, name: clash.name, other: clash.other, own: construct.node.path };
        return [message({ rule: RULES['FLK-NAME-04'], part: 'cluster', property: 'clusterName', facts })];
      }
    }
    return [];
  }

  private problems(): readonly Problem[] {
    if (this.checked === undefined || this.checked.generation !== this.collector.generation) {
      const problems = [...this.collector.problems];
      this.check(this.derive(problems), problems);
    }
    return this.checked!.problems;
  }

  /** Gives back the pods that it had to look at. */
  private check(model: ClusterModel, problems: Problem[]): ReadonlyMap<Role, FlinkPod> {
    const pods = new Map<Role, FlinkPod>();
    const { name: mode, traits } = this.mode._mode;
    const { isBare } = traits;
    const { inputs } = this.collector;
    if (!isBare) {
      checkClusterRules({ cluster: model, inputs, traits }, (part) => reporter(problems, part));
      checkCluster(model, inputs, mode, problems);
    }
    for (const part of ['jobManager', 'taskManager'] as const) {
      if (model.present[part]) {
        const pod = this.decorate(model, model[part]);
        pods.set(model[part].role, pod);
        if (!isBare) {
          this.checkRole(pod, model, part, problems);
        }
      } else {
        reporter(problems, 'cluster')(part === 'jobManager' ? RULES['FLK-PART-03'] : RULES['FLK-PART-04'], 'config');
      }
    }
    if (!isBare && pods.size === 2) {
      checkObjectSizes(
        model,
        { mode, inputs, manifests: () => this.manifests(model, (role) => pods.get(role.role)!) },
        problems,
      );
    }
    this.mode._mode.check?.(model, (role) => pods.get(role.role) ?? role.template, problems);
    this.checked = { generation: this.collector.generation, problems };
    return pods;
  }

  private checkRole(pod: FlinkPod, model: ClusterModel, part: Role, problems: Problem[]): void {
    const report = this.reporterOf(part, problems);
    const { name, traits } = this.mode._mode;
    if (traits.buildsPodsFromOptions || hasUserParts(model[part])) {
      checkPod(pod, model[part], model, name, report);
    }
    checkPlaces(pod, model[part].role, model, report);
  }

  /** What a mount has put into a pod is the mount's to answer for. */
  private reporterOf(part: Role, problems: Problem[]): Report {
    const { inputs } = this.collector;
    return inputs.contributions.some(isMount) ? blamingMounts(problems, part, inputs) : reporter(problems, part);
  }

  private derive(problems: Problem[]): ClusterModel {
    return this.mode._mode.configure(clusterModel(this.collector.inputs, problems), problems);
  }

  private decorate(cluster: ClusterModel, role: RoleModel): FlinkPod {
    return rolePod(this.mode._mode, { cluster, role });
  }

  private manifests(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
    const { jobManager, taskManager, workloads } = this.mode._mode;
    return [
      ...accompanying(jobManager, { cluster, role: cluster.jobManager }),
      ...accompanying(taskManager, { cluster, role: cluster.taskManager }),
      ...workloads(cluster, pod),
    ];
  }

  /** Nothing is written while something is wrong, whichever way the writing was asked for. */
  private bodies(): Manifest[] {
    this.throwErrors(this.problems());
    const model = this.derive([]);
    return this.manifests(model, (role) => this.decorate(model, role));
  }

  private throwErrors(problems: readonly Problem[]): void {
    const errors = problems
      .filter((problem) => this.isError(problem))
      .map((problem) => withPath(message(problem), this.pathOf(problem)));
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }

  private pathOf({ part }: Pick<Problem, 'part'>): string {
    return this.constructs.get(part)?.node.path ?? '';
  }

  private isError(problem: Problem): boolean {
    return isError(problem, this.strictness);
  }
}
