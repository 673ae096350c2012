import { CLIENT } from './sources';
import { type Problem } from '../../../validation/problem';
import { defineRule, type FactsOf, type Rule } from '../../../validation/rule';

/** Rules about pod template files, which are reported while they are read. */

/** What is wrong with a template: a rule and its facts, without the property that names the file. */
export type TemplateProblem = Pick<Problem, 'rule' | 'facts'>;

/** Returns a violation of a rule about templates. */
export function templateProblem<Fact extends string>(rule: Rule<Fact>, facts: FactsOf<Fact>): TemplateProblem {
  return { rule, facts };
}

export const UNREADABLE_TEMPLATE = defineRule({
  id: 'FLK-NAT-06',
  severity: 'error',
  rule: 'Flink cannot read this file as a pod template: {problem}',
  fix: 'use the manifest of a Pod',
  source: CLIENT,
});

export const TEMPLATE_NOT_A_POD = defineRule({
  id: 'FLK-NAT-36',
  severity: 'error',
  rule: 'the pod template is a {kind} of {apiVersion}, not a Pod of v1',
  fix: 'use the manifest of a Pod',
  source: CLIENT,
});

export const SEVERAL_MAIN_CONTAINERS = defineRule({
  id: 'FLK-NAT-37',
  severity: 'error',
  rule: '{count} containers of the pod template are called flink-main-container, and Flink uses one of them',
  fix: 'give the other containers other names',
  source: CLIENT,
});

export const TEMPLATE_IN_OTHER_NAMESPACE = defineRule({
  id: 'FLK-NAT-38',
  severity: 'error',
  rule: 'the pod template is for the namespace {namespace}, and the cluster is in another one',
  fix: 'remove metadata.namespace from the template',
  source: CLIENT,
});
