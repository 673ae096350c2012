import { type Construct, type IConstruct } from 'constructs';
import { type Contribution } from './inputs';
import { type Role } from '../model/role';
import { Findings } from '../validation/findings';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const NOTHING_TO_MOUNT_INTO = defineRule({
  id: 'FLK-MOUNT-01',
  severity: 'error',
  rule: 'the scope is not in a cluster, JobManager or TaskManager, so there is nothing to mount into',
  fix: 'use one of them, or the FlinkConfigMap of separate parts, as the scope',
  source: Sources.LIBRARY,
});

const MOUNT_HOST = Symbol.for('cdk8s-flink.mount-host');
type Hosting = IConstruct & { [MOUNT_HOST]?: MountHost };

/** What a construct mounts. */
export interface Mounted {
  /** Its position among all mounts of the cluster, so that the order in the program has no effect. */
  readonly order: string;
  readonly contribution: Contribution;
}

/** The cluster behind the constructs that can be mounted into. */
export interface MountHost {
  /** The role of a construct; `undefined` for a construct of both roles. */
  roleOf(construct: IConstruct): Role | undefined;
  /** Adds what a construct mounts, and the problems of its props. */
  mount(construct: Construct, role: Role | undefined, mounted: Mounted | undefined, problems: readonly Problem[]): void;
}

/** Makes it possible to mount into a construct. */
export function makeMountHost(construct: Construct, host: MountHost): void {
  (construct as Hosting)[MOUNT_HOST] = host;
}

/** The part of a cluster that a mount is, for problems of the mount. */
export function mountPart(construct: IConstruct): Part {
  return `mount ${construct.node.path}`;
}

/**
 * Mounts into the nearest cluster, JobManager or TaskManager among the scopes of a construct.
 *
 * @param read Reads the props; returns `undefined` if they are too incomplete to mount anything
 */
export function mountInto(construct: Construct, read: (report: Report) => Mounted | undefined): void {
  const problems: Problem[] = [];
  const part = mountPart(construct);
  const mounted = read(reporter(problems, part));
  const scope = construct.node.scopes.reverse().find((candidate) => MOUNT_HOST in candidate) as Hosting | undefined;
  if (scope === undefined) {
    reporter(problems, part)(NOTHING_TO_MOUNT_INTO, 'scope');
    Findings.of(construct, problems).validate(construct, part);
    return;
  }
  const host = scope[MOUNT_HOST]!;
  host.mount(construct, host.roleOf(scope), mounted, problems);
}
