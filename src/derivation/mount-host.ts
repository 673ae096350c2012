import { type Construct, type IConstruct } from 'constructs';
import { type Contribution } from './inputs';
import { type Role } from '../model/role';
import { Findings } from '../validation/findings';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

const MOUNT_HOST = Symbol.for('cdk8s-flink.mount-host');
type Hosting = IConstruct & { [MOUNT_HOST]?: MountHost };

/** What a construct mounts: where it stands among all mounts of the cluster, so that their order in code says nothing, and what it adds. */
export interface Mounted {
  readonly order: string;
  readonly contribution: Contribution;
}

/** The cluster behind the constructs that can be mounted into. */
export interface MountHost {
  /** The role that a construct stands for; none is both. */
  roleOf(construct: IConstruct): Role | undefined;
  /** Takes what a construct mounts, and whatever was wrong with the way it was said. */
  mount(construct: Construct, role: Role | undefined, mounted: Mounted | undefined, problems: readonly Problem[]): void;
}

/** Makes a construct one that can be mounted into. */
export function makeMountHost(construct: Construct, host: MountHost): void {
  (construct as Hosting)[MOUNT_HOST] = host;
}

/** How a mount is named where problems are blamed on it. */
export function mountPart(construct: IConstruct): Part {
  return `mount ${construct.node.path}`;
}

/**
 * Mounts into the nearest cluster, JobManager or TaskManager that the construct is below.
 *
 * @param read Reads the props; gives nothing where they are too wrong to go on
 */
export function mountInto(construct: Construct, read: (report: Report) => Mounted | undefined): void {
  const problems: Problem[] = [];
  const part = mountPart(construct);
  const mounted = read(reporter(problems, part));
  const scope = construct.node.scopes.reverse().find((candidate) => MOUNT_HOST in candidate) as Hosting | undefined;
  if (scope === undefined) {
    problems.push({ rule: RULES['FLK-MOUNT-01'], part, property: 'scope', facts: {} });
    Findings.of(construct, problems).validate(construct, part);
    return;
  }
  const host = scope[MOUNT_HOST]!;
  host.mount(construct, host.roleOf(scope), mounted, problems);
}
