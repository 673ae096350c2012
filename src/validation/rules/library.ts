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
  'FLK-TYPE-01': error('it is required', 'give a value', LIBRARY),
  'FLK-TYPE-02': error('it must be {expected}', 'give {expected}', LIBRARY),
  'FLK-TYPE-03': error('there is no such property', '{suggestion}', LIBRARY),
  'FLK-TYPE-04': error('it cannot be read: {reason}', 'give plain data', LIBRARY),
  'FLK-TYPE-05': error(
    'it is {what}, which no manifest can hold',
    'give text, finite numbers, true, false, lists or maps of those',
    LIBRARY,
  ),
  'FLK-TYPE-06': error('JavaScript objects cannot carry this key safely', 'use another key', LIBRARY),
});
