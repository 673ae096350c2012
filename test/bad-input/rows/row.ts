import { type FlinkSessionClusterProps } from '../../../src';

/** Props without types, or a function that makes the faulty constructs. */
export type Given = { readonly [property: string]: any } | (() => unknown);

/** One faulty input, and the nearest valid one. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly bad: Given;
  /** The reported property: one of the cluster, or `JobManager › property` for one of a part. */
  readonly at: string;
  /** Parts of the message, in this order: the value, the rule, the fix. */
  readonly says: readonly string[];
  readonly good: Given;
  /** Other rules that the same fault breaks, each listed once. */
  readonly also?: readonly string[];
}

export type RuleRow = Omit<Row, 'id'>;

/** The rows of one rule. */
export function rule(id: string, ...rows: RuleRow[]): Row[] {
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

/** A sidecar of the JobManager. */
export function sidecar(fields: any): Partial<FlinkSessionClusterProps> {
  return jobManager({ sidecars: [{ name: 'side', image: 'busybox:1.36', ...fields }] });
}
