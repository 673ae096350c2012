import { type Rule } from '../rule';

export type { Rule } from '../rule';

/** A row of a table of rules, without its id. */
export type Row = Omit<Rule, 'id'>;

/** Rules by their ids. */
export function identified<Id extends string, One extends Row>(rows: { readonly [id in Id]: One }): {
  readonly [id in Id]: One & Rule;
} {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...(row as One), id }])) as {
    readonly [id in Id]: One & Rule;
  };
}

export const KUBERNETES = 'Kubernetes API validation';
export const IMAGE = 'entry point of the official image';
export const LIBRARY = 'this library';
export const FLINK = 'Flink configuration';
export const PSS = 'Pod Security Standard restricted';

export function error(rule: string, fix: string, source: string): Row {
  return { severity: 'error', rule, fix, source };
}

export function warning(rule: string, fix: string, source: string): Row {
  return { severity: 'warning', rule, fix, source };
}

/** An error that can be accepted with a reason. */
export function objection(rule: string, fix: string, source: string): Row {
  return { severity: 'error', acceptable: true, rule, fix, source };
}
