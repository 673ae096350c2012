import { defineRule, Sources } from '../validation/rule';

/** Rules about environment variables; the readers of pod options and the rules about containers report them. */

export const INVALID_VARIABLE_NAME = defineRule({
  id: 'FLK-ENV-01',
  severity: 'error',
  rule: 'not a valid name of an environment variable{hint}',
  fix: 'use letters, digits, "_", "." and "-", not starting with a digit',
  source: Sources.KUBERNETES,
});

export const RESERVED_VARIABLE = defineRule({
  id: 'FLK-ENV-02',
  severity: 'error',
  rule: 'the image and the library reserve {name}',
  fix: '{instead}',
  source: Sources.IMAGE,
});

export const DUPLICATE_VARIABLE = defineRule({
  id: 'FLK-ENV-03',
  severity: 'error',
  rule: 'the variable is defined twice',
  fix: 'keep one definition',
  source: Sources.KUBERNETES,
});

export const CYCLIC_VARIABLES = defineRule({
  id: 'FLK-ENV-04',
  severity: 'error',
  rule: 'variables refer to each other in a cycle: {cycle}',
  fix: 'set one of them to a value without a reference',
  source: Sources.KUBERNETES,
});

export const VALUE_AND_SOURCE = defineRule({
  id: 'FLK-ENV-05',
  severity: 'error',
  rule: 'the variable has both a value and a source',
  fix: 'keep one of the two',
  source: Sources.KUBERNETES,
});
