import { defineRule, Sources } from '../validation/rule';

/** Rules about the parts of a cluster: its configuration, and the constructs of its roles. */

export const DUPLICATE_PART = defineRule({
  id: 'FLK-PART-01',
  severity: 'error',
  rule: 'this configuration already has a {part}, {other}',
  fix: 'create a FlinkConfigMap for each cluster',
  source: Sources.LIBRARY,
});

export const PART_IN_OTHER_NAMESPACE = defineRule({
  id: 'FLK-PART-02',
  severity: 'error',
  rule: 'the configuration {location}, but the part is in this one',
  fix: 'create both in Charts with the same namespace, or set namespace of the FlinkConfigMap',
  source: Sources.LIBRARY,
});

export const MISSING_JOB_MANAGER = defineRule({
  id: 'FLK-PART-03',
  severity: 'error',
  rule: 'no FlinkJobManager has this configuration',
  fix: 'create one with this config',
  source: Sources.LIBRARY,
});

export const MISSING_TASK_MANAGER = defineRule({
  id: 'FLK-PART-04',
  severity: 'error',
  rule: 'no FlinkTaskManager has this configuration',
  fix: 'create one with this config',
  source: Sources.LIBRARY,
});

export const MISSING_CONFIGURATION = defineRule({
  id: 'FLK-PART-05',
  severity: 'error',
  rule: 'a part needs the configuration of its cluster',
  fix: 'set config to a FlinkConfigMap',
  source: Sources.LIBRARY,
});
