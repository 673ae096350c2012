import { error, FLINK, KUBERNETES, LIBRARY, objection, warning, identified } from './rule';

/** Rules about Flink options, files, environment and releases. */
export const CONFIGURATION_RULES = identified({
  'FLK-CONF-01': error('it is no option key: {detail}', 'use letters, digits, ".", "-" and "_", a letter first', FLINK),
  'FLK-CONF-02': error(
    '{file} cannot carry this value ({reason}), given by {source}',
    'change the value',
    'Flink configuration readers',
  ),
  'FLK-CONF-03': error('the same option is given twice: {detail}', 'keep one of the two spellings', FLINK),
  'FLK-CONF-04': error('the library sets this option from the cluster itself', '{instead}', LIBRARY),
  'FLK-CONF-05': error('{first} says {firstValue} and {second} says otherwise', 'keep one of the two', LIBRARY),
  'FLK-CONF-06': error(
    '{leaf} has a value and is also the prefix of {child}, which breaks every rewrite of config.yaml into nested form',
    'use the current name of {leaf}, or remove one of the two',
    'FLINK-29372',
  ),
  'FLK-CONF-07': error(
    'it cannot be written as the value of an option: {detail}',
    'give a text, a finite number, true or false, a list of those, a Size, a Duration, or a map of options or of the entries of one',
    LIBRARY,
  ),
  'FLK-CONF-08': error(
    'probes and Services need one fixed port here',
    'give one whole number from 1024 to 65535',
    KUBERNETES,
  ),
  'FLK-CONF-09': error(
    'start scripts read this value (given by {source}) as text, and it contains {hazard}',
    'write plain words, separated by one blank each',
    'start scripts of the distribution',
  ),
  'FLK-CONF-10': warning(
    'Flink reads kubernetes.* options only in native mode; a standalone cluster ignores this one',
    'remove it, or use the typed property of the same meaning',
    FLINK,
  ),
  'FLK-CONF-11': warning(
    'Flink does not replace variables in its configuration file (given by {source})',
    'write the value itself',
    FLINK,
  ),
  'FLK-CONF-12': warning(
    'it replaces the module options of the library, and on Java 17 jobs are refused without {opens}',
    'use jvmOptions, which come behind these options',
    'Flink: configuration file of the image',
  ),
  'FLK-CONF-13': error(
    '{leaf} is given as a whole, so Flink ignores this entry of it',
    'write the entry into {leaf}',
    FLINK,
  ),
  'FLK-ENV-03': error('the variable is defined twice', 'keep one definition', KUBERNETES),
  'FLK-ENV-04': error(
    'variables refer to each other in a circle: {cycle}',
    'give one of them a value of its own',
    KUBERNETES,
  ),
  'FLK-ENV-05': error('it has both a value and a source', 'keep one of the two', KUBERNETES),
  'FLK-FILE-01': error(
    'it is no file name that a ConfigMap can hold',
    'use at most 253 letters, digits, ".", "-" and "_"',
    KUBERNETES,
  ),
  'FLK-FILE-02': error('two files have this name', 'keep one; logging files are given by logging', LIBRARY),
  'FLK-FILE-03': error('the library writes this file itself', 'put the options into configuration', LIBRARY),
  'FLK-FILE-04': error(
    'its content is neither a text nor base64',
    'make it with FlinkFile.fromText, .fromBytes or .fromPath',
    LIBRARY,
  ),
  'FLK-FILE-05': error(
    'the {kind} {name} would hold {size} bytes, and one holds at most 1048576',
    'put large files into the image or on a volume',
    KUBERNETES,
  ),
  'FLK-FILE-06': error(
    '{problem}',
    'give the path of an ordinary file of at most 1 MiB that the synthesis may read',
    KUBERNETES,
  ),
  'FLK-FILE-07': warning(
    'the {kind} {name} holds {size} bytes, and kubectl apply keeps a copy of an object in an annotation, which holds at most 262144',
    'apply it with --server-side and suppress this, or put large files into the image or on a volume',
    KUBERNETES,
  ),
  'FLK-MEM-01': error('Flink would not start{given}: {problem}', '{fix}', 'Flink: memory configuration'),
  'FLK-OPT-01': error(
    'no release of Flink reads this option (given by {source})',
    '{suggestions}, or allow it by allowUnknownOptions',
    'option catalogue of Flink',
  ),
  'FLK-OPT-02': warning(
    'the newest release that this library knows does not read this option (given by {source})',
    '{suggestions}, or allow it by allowUnknownOptions',
    'option catalogue of Flink',
  ),
  'FLK-OPT-03': objection(
    'Flink {release} ignores this option, as every release since {since} (given by {source})',
    '{instead}',
    'option catalogue of Flink',
  ),
  'FLK-OPT-04': error(
    'Flink {release} does not know this option, which came with {since} (given by {source})',
    '{instead}',
    'option catalogue of Flink',
  ),
  'FLK-OPT-05': warning(
    'Flink {release} reads this option under an old name or will drop it (given by {source})',
    '{instead}',
    'option catalogue of Flink',
  ),
  'FLK-OPT-06': error(
    'Flink cannot read it as {type} (given by {source}): {problem}',
    'write the value in one of these forms',
    'option catalogue of Flink',
  ),
  'FLK-OPT-07': warning(
    'Flink leaves the resource {name} out, as it has no amount above 0',
    'set {amount}, or remove {name} from the list',
    FLINK,
  ),
  'FLK-TEXT-01': error('{reason}', 'write the text without it', 'YAML readers of Kubernetes'),
});
