import { Chart } from 'cdk8s';
import { type Construct, type IConstruct } from 'constructs';
import { checkCluster } from './check-cluster';
import { type DeploymentMode } from './deployment-mode';
import { DUPLICATE_PART, PART_IN_OTHER_NAMESPACE } from './part-rules';
import { clusterModel } from '../derivation/cluster-model';
import { Collector } from '../derivation/collector';
import { makeMountHost, type Mounted, mountPart, type MountHost } from '../derivation/mount-host';
import { Emitter } from '../emission/emitter';
import { DUPLICATE_OBJECT, findClash, watchNames } from '../emission/registry';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Manifest, type Owner } from '../model/manifest';
import { type Role, ROLES } from '../model/role';
import { type ModeNames } from '../model/step-decorator';
import { accompanying, rolePod } from '../modes/shared/steps';
import { Findings, type Strictness } from '../validation/findings';
import { message, type Part, type Problem } from '../validation/problem';

/** The constructs and settings that a cluster is assembled from. */
export interface AssemblyOptions {
  /** The construct that findings about the whole cluster are reported for. */
  readonly root: Construct;
  /** The construct below which the objects of the configuration are created. */
  readonly config: Construct;
  readonly namespace?: string;
  readonly mode: DeploymentMode;
  readonly strictness: Strictness;
  /** Whether a composite plans once at the end of its constructor, instead of each part at the end of its own. */
  readonly isComposed: boolean;
}

/**
 * Brings the parts of one cluster together: their input is collected, derived into a model, decorated by the mode and
 * emitted as ApiObjects below the construct that owns them.
 */
export class Assembly implements MountHost {
  public readonly collector = new Collector();
  public readonly findings: Findings;
  private readonly constructs = new Map<Part, Construct>();
  private readonly owners: { [owner in Owner]?: Construct };
  private readonly emitter: Emitter;
  private checked?: { readonly generation: number; readonly problems: readonly Problem[] };

  constructor(private readonly options: AssemblyOptions) {
    this.owners = { config: options.config };
    this.emitter = new Emitter(this.owners, options.namespace, () => this.bodies());
    this.findings = new Findings({
      problems: () => this.problems(),
      strictness: () => options.strictness,
      constructOf: (part) => this.constructs.get(part),
    });
    this.addConstruct('cluster', options.root);
  }

  public get mode(): DeploymentMode {
    return this.options.mode;
  }

  public get strictness(): Strictness {
    return this.options.strictness;
  }

  public get model(): ClusterModel {
    return this.derive([]);
  }

  public get webUiUrl(): string | undefined {
    return this.mode._mode.webUiUrl?.(this.model);
  }

  /** The names that the mode gives to objects. */
  public get names(): ModeNames {
    return this.mode._mode.names;
  }

  /**
   * Adds the construct of a role and returns true; if the role has one already, reports an error for the new construct.
   */
  public addRole(role: Role, construct: Construct): boolean {
    const present = this.constructs.get(role);
    if (present !== undefined) {
      const facts = { other: present.node.path, part: role };
      const problem: Problem = { rule: DUPLICATE_PART, part: role, property: 'config', facts };
      Findings.of(construct, [problem]).validate(construct, role);
      return false;
    }
    this.addConstruct(role, construct);
    this.owners[role] = construct;
    const { isComposed, namespace } = this.options;
    const own = Chart.of(construct).namespace;
    if (own !== undefined && own !== namespace && !isComposed) {
      const location = namespace === undefined ? 'has no namespace' : `is in namespace ${namespace}`;
      this.collector.report(role)(PART_IN_OTHER_NAMESPACE, 'config', own, { location });
    }
    return true;
  }

  public roleOf(construct: IConstruct): Role | undefined {
    return ROLES.find((role) => this.constructs.get(role) === construct);
  }

  /** Adds a mount and plans again: mounts are created after the cluster, and can add and remove objects. */
  public mount(
    construct: Construct,
    role: Role | undefined,
    mounted: Mounted | undefined,
    problems: readonly Problem[],
  ): void {
    const part = mountPart(construct);
    this.constructs.set(part, construct);
    this.findings.validate(construct, part);
    this.collector.problems.push(...problems);
    this.collector.addMount(mounted ?? { order: '', contribution: {} }, construct.constructor.name, part, role);
    this.plan();
  }

  /** Creates, changes and removes ApiObjects until they match the collected input. */
  public plan(): void {
    const problems = [...this.collector.problems];
    const model = this.derive(problems);
    const pods = this.check(model, problems);
    const isFinal = !problems.some((problem) => this.findings.isError(problem));
    this.emitter.sync(
      this.manifests(model, (role) => pods.get(role.role)!),
      isFinal,
    );
  }

  /**
   * Called at the end of the constructor of a part. A separately created part plans immediately; a composite plans for
   * its parts.
   */
  public partAdded(): void {
    if (!this.options.isComposed) {
      this.plan();
    }
  }

  /** Returns the pod of a role as its workload, or Flink, creates it. Throws if there are errors. */
  public pod(role: Role): ManifestJson {
    const [problems, model] = [[...this.problems()], this.derive([])];
    const { checkPreview, preview } = this.mode._mode;
    checkPreview?.(model, model[role], problems);
    this.findings.throwErrors(problems);
    const refusals: Problem[] = [];
    const pod = preview(model, model[role], (roleModel) => this.decorate(model, roleModel), refusals);
    this.findings.throwErrors(refusals);
    return pod;
  }

  /** The errors and warnings of everything that was collected so far. */
  public problems(): readonly Problem[] {
    if (this.checked === undefined || this.checked.generation !== this.collector.generation) {
      const problems = [...this.collector.problems];
      this.check(this.derive(problems), problems);
    }
    return this.checked!.problems;
  }

  private addConstruct(part: Part, construct: Construct): void {
    this.constructs.set(part, construct);
    makeMountHost(construct, this);
    watchNames(construct);
    this.findings.validate(construct, part, () => (part === 'cluster' ? this.clash() : []));
  }

  /** At most one message per cluster, even if another construct creates several of its objects, too. */
  private clash(): string[] {
    for (const construct of this.constructs.values()) {
      const clash = findClash(construct);
      if (clash !== undefined) {
        const facts = { kind: clash.kind, name: clash.name, other: clash.other, own: construct.node.path };
        return [message({ rule: DUPLICATE_OBJECT, part: 'cluster', property: 'clusterName', facts })];
      }
    }
    return [];
  }

  private check(model: ClusterModel, problems: Problem[]): ReadonlyMap<Role, FlinkPod> {
    const { inputs } = this.collector;
    const manifests = (pod: (role: RoleModel) => FlinkPod): Manifest[] => this.manifests(model, pod);
    const pods = checkCluster({ model, inputs, mode: this.mode._mode, manifests }, problems);
    this.checked = { generation: this.collector.generation, problems };
    return pods;
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

  private bodies(): Manifest[] {
    this.findings.throwErrors();
    const model = this.derive([]);
    return this.manifests(model, (role) => this.decorate(model, role));
  }
}
