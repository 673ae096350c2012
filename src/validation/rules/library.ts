import { error, LIBRARY, identified } from './rule';

/** Rules about properties, parts, features and scale. */
export const LIBRARY_RULES = identified({
  'FLK-PART-01': error(
    'this configuration has a {part} already, {other}',
    'give each cluster a FlinkConfigMap of its own',
    LIBRARY,
  ),
  'FLK-PART-02': error(
    'the configuration is in namespace {namespace}, this part is not',
    'put both into Charts of one namespace, or set namespace on the FlinkConfigMap',
    LIBRARY,
  ),
  'FLK-PART-03': error('no FlinkJobManager belongs to this configuration', 'make one with this config', LIBRARY),
  'FLK-PART-04': error('no FlinkTaskManager belongs to this configuration', 'make one with this config', LIBRARY),
  'FLK-PART-05': error('a part needs the configuration of its cluster', 'give a FlinkConfigMap', LIBRARY),
});
