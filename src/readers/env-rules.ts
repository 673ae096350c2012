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
