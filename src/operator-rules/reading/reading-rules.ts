import { defineOperatorRule } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const MAPPING = 'operator: JSON mapping';
const DEFINITION = 'operator: resource definition';
const OPTIONS = 'operator: reading of flinkConfiguration';

export const UNKNOWN_KIND = defineOperatorRule({
  id: 'FLK-OPR-57',
  severity: 'error',
  check: 'P1',
  stage: OperatorStage.DESERIALIZATION,
  rule: 'operator {version} does not have this kind of resource',
  fix: 'use FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot (from 1.10) or FlinkBlueGreenDeployment (from 1.14)',
  source: DEFINITION,
});

export const UNREADABLE_VALUE = defineOperatorRule({
  id: 'FLK-OPR-58',
  severity: 'error',
  check: 'P2',
  stage: OperatorStage.DESERIALIZATION,
  rule: 'the operator cannot read this value',
  fix: 'write {expected}',
  source: MAPPING,
});

export const NOT_DATA = defineOperatorRule({
  id: 'FLK-OPR-115',
  severity: 'error',
  check: 'P3',
  stage: OperatorStage.DESERIALIZATION,
  rule: 'not data that YAML can contain ({problem})',
  fix: 'pass the resource as it was parsed from YAML',
  source: MAPPING,
});

export const UNKNOWN_FIELD = defineOperatorRule({
  id: 'FLK-OPR-70',
  severity: 'error',
  check: 'R15',
  stage: OperatorStage.RUNTIME,
  rule: 'operator {version} has no such field: the API server drops it',
  fix: 'remove it{alternative}',
  source: DEFINITION,
});

export const FIELD_OF_NEWER_OPERATOR = defineOperatorRule({
  id: 'FLK-OPR-114',
  severity: 'error',
  check: 'R40',
  stage: OperatorStage.RUNTIME,
  rule: 'operator {version} does not have this field yet: the API server drops it',
  fix: 'remove it, or use operator {since} or newer',
  source: DEFINITION,
});

export const NULL_OPTION = defineOperatorRule({
  id: 'FLK-OPR-71',
  severity: 'error',
  check: 'R16',
  stage: OperatorStage.RUNTIME,
  rule: 'Flink reads null as the string "null"',
  fix: 'remove the key, or set a value',
  source: OPTIONS,
});

export const LIST_OF_COLLECTIONS = defineOperatorRule({
  id: 'FLK-OPR-72',
  severity: 'error',
  check: 'R17',
  stage: OperatorStage.RUNTIME,
  rule: 'the operator keeps only the separators of a list of maps or lists',
  fix: 'write a list of strings, or one string',
  source: OPTIONS,
});

export const OPTION_SET_TWICE = defineOperatorRule({
  id: 'FLK-OPR-73',
  severity: 'error',
  check: 'R18',
  stage: OperatorStage.RUNTIME,
  rule: 'the option is set both nested and flat, and the last one wins',
  fix: 'keep one of the two',
  source: OPTIONS,
});

export const INVALID_TEMPLATE_VALUE = defineOperatorRule({
  id: 'FLK-OPR-95',
  severity: 'error',
  check: 'R29',
  stage: OperatorStage.RUNTIME,
  rule: 'the API server rejects this value, because the resource definition of the operator requires {expected}',
  fix: 'write {expected}',
  source: DEFINITION,
});
