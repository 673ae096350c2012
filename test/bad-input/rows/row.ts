import { type FlinkSessionClusterProps } from '../../../src';
import { type RuleId } from '../../../src/validation/rules';

/** Props as somebody without types writes them, or whatever else it takes to do something wrong. */
export type Given = { readonly [property: string]: any } | (() => unknown);

/** One thing that somebody writes, and the nearest thing that is right. */
export interface Row {
  readonly id: RuleId;
  readonly what: string;
  readonly bad: Given;
  /** What is blamed: a property of the cluster, or `JobManager › property` for one of a part. */
  readonly at: string;
  /** Words of the value, the rule and the fix, in this order. */
  readonly says: readonly string[];
  readonly good: Given;
  /** Rules that the same fault breaks too, each once. */
  readonly also?: readonly RuleId[];
}

type Unnamed = Omit<Row, 'id'>;

/** One row: what somebody writes, what is blamed and said then, and what would have been right. */
export function row(
  what: string,
  bad: Given,
  at: string,
  says: readonly string[],
  good: Given,
  also?: readonly RuleId[],
): Unnamed {
  return { what, bad, at, says, good, also };
}

/** A table of rows under one rule. */
export function rule(id: RuleId, ...rows: Unnamed[]): Row[] {
  return rows.map((one) => ({ id, ...one }));
}

export function jobManager(options: any): Partial<FlinkSessionClusterProps> {
  return { jobManager: options };
}

export function taskManager(options: any): Partial<FlinkSessionClusterProps> {
  return { taskManager: options };
}

/** A pod template of the JobManager that changes its main container. */
export function mainContainerOf(fields: any): Partial<FlinkSessionClusterProps> {
  return jobManager({ podTemplate: { spec: { containers: [{ name: 'jobmanager', ...fields }] } } });
}

/** A container beside the JobManager's main one. */
export function sidecar(fields: any): Partial<FlinkSessionClusterProps> {
  return jobManager({ sidecars: [{ name: 'side', image: 'busybox:1.36', ...fields }] });
}
