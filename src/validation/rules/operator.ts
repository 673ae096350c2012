import { error, type Row, type Rule, warning, identified } from './rule';

/** Where the operator, or what stands in front of it, trips over a fault. */
export type OperatorStage =
  /** Its JSON mapping cannot read the resource. */
  | 'reading'
  /** Its validator refuses the resource, with a message. */
  | 'validation'
  /** Its validator ends with an exception. */
  | 'crash'
  /** Nothing refuses the resource, and then it does not run, or not as written. */
  | 'later';

/** A rule of the Flink Kubernetes Operator, so that its own answers can be compared. */
export interface OperatorRow extends Row {
  /** A short name, by which tools and pipelines can tell the rules apart. */
  readonly check: string;
  readonly stage: OperatorStage;
  /** A regular expression that finds the operator's own message. */
  readonly message?: string;
}

/** A rule of the operator. */
export type OperatorRule = OperatorRow & Rule;

function refused(check: string, message: string, rule: string, fix: string): OperatorRow {
  return { ...error(rule, fix, `validator of the operator (${check})`), check, stage: 'validation', message };
}

function crash(check: string, message: string, rule: string, fix: string): OperatorRow {
  return {
    ...error(rule, fix, `validator of the operator, by an exception (${check})`),
    check,
    stage: 'crash',
    message,
  };
}

function unreadable(check: string, rule: string, fix: string): OperatorRow {
  return { ...error(rule, fix, `JSON mapping of the operator (${check})`), check, stage: 'reading' };
}

function fails(check: string, rule: string, fix: string): OperatorRow {
  return { ...error(rule, fix, `behaviour of the operator (${check})`), check, stage: 'later' };
}

function noted(check: string, rule: string, fix: string): OperatorRow {
  return { ...warning(rule, fix, `behaviour of the operator (${check})`), check, stage: 'later' };
}

const NAME = '^The FlinkDeployment name: [^]* is invalid';
const range = (key: string) => `^The AutoScalerOption job\\.autoscaler\\.${key.replaceAll('.', '\\.')} is invalid`;
const OUTSIDE = 'the autoscaler takes numbers from {min} to {max}';
const INSIDE = 'write a number from {min} to {max}';
const SAVEPOINT_DIR = 'set {key} to a durable place, such as s3://bucket/savepoints';

/** Rules about resources of the Flink Kubernetes Operator, by the operator's release. */
export const OPERATOR_RULES = identified({
  'FLK-OPR-01': refused(
    'V01',
    NAME,
    'a name has at most 45 of a-z, 0-9 and "-", begins with a letter and does not end with "-"',
    'write {suggestion}',
  ),
  'FLK-OPR-02': refused(
    'V02',
    '^Flink Version must be defined',
    'the operator must be told the Flink version',
    'write one of {known}',
  ),
  'FLK-OPR-03': refused(
    'V03',
    '^Flink version \\S+ is not supported',
    'operator {version} runs Flink 1.15 and newer',
    'use v1_15 or newer',
  ),
  'FLK-OPR-04': refused(
    'V04',
    '^Changing flinkVersion after last-state suspend',
    'the job was suspended with last-state under {before}, and only that Flink can restore it',
    'resume it with {before} first, then change the version; or use upgradeMode stateless',
  ),
  'FLK-OPR-05': refused(
    'V05',
    '^Forbidden Flink config key',
    'the operator sets this option from the name and the namespace of the resource (given by {source})',
    'remove it',
  ),
  'FLK-OPR-06': refused(
    'V06',
    '^HA must be enabled for rollback',
    'a rollback needs high availability, which is off (asked for by {source})',
    'set high-availability.type to kubernetes, with high-availability.storageDir',
  ),
  'FLK-OPR-07': refused(
    'V07',
    '^Deployment recovery \\(',
    'the health check restarts the JobManager, which kubernetes.operator.jm-deployment-recovery.enabled forbids',
    'turn the recovery on, or the health check off',
  ),
  'FLK-OPR-08': refused(
    'V08',
    '^Ingress template must be defined',
    'an ingress needs a template',
    'write one, such as {example}',
  ),
  'FLK-OPR-09': refused(
    'V09',
    '^Unable to process the Ingress template',
    'the template gives no URL: {problem}',
    'write a host, a path or both, such as {example}',
  ),
  'FLK-OPR-10': refused(
    'V10',
    '^Invalid log config key',
    'the operator takes no other logging files than log4j-console.properties and logback-console.xml',
    'use one of the two names',
  ),
  'FLK-OPR-11': refused(
    'V11',
    '^Checkpoint directory\\[',
    'upgrades with state need checkpoints, and {key} is not set',
    'set {key} to a durable place, such as s3://bucket/checkpoints, or upgradeMode to stateless',
  ),
  'FLK-OPR-12': refused(
    'V12',
    '^Job could not be upgraded with savepoint',
    'upgrades with savepoints need {key}',
    `${SAVEPOINT_DIR}, or use another upgradeMode`,
  ),
  'FLK-OPR-13': refused(
    'V13',
    '^Savepoint could not be manually triggered',
    'a savepoint on request needs {key}',
    `${SAVEPOINT_DIR}, or remove the nonce`,
  ),
  'FLK-OPR-14': refused(
    'V14',
    '^Periodic savepoints cannot be enabled',
    'periodic savepoints need {key} (asked for by {source})',
    `${SAVEPOINT_DIR}, or remove the interval`,
  ),
  'FLK-OPR-15': refused(
    'V15',
    '^In order to use max-checkpoint age',
    'a limit on the age of checkpoints falls back to savepoints, which need {key} (asked for by {source})',
    `${SAVEPOINT_DIR}, or remove the limit`,
  ),
  'FLK-OPR-16': refused(
    'V16',
    '^TaskManager replicas must be larger than 0',
    'a job needs at least one TaskManager',
    'write 1 or more, or leave it to job.parallelism',
  ),
  'FLK-OPR-17': refused(
    'V17',
    '^Job parallelism must be larger than 0',
    'the operator reads the parallelism of a job only here, and takes nothing for 0',
    'write 1 or more',
  ),
  'FLK-OPR-18': refused(
    'V18',
    '^JobManager resource memory must be defined',
    'the JobManager has no memory, and Flink cannot derive it from the options ({problem})',
    'set spec.jobManager.resource.memory or jobmanager.memory.process.size, such as 2048m',
  ),
  'FLK-OPR-19': refused(
    'V19',
    '^JobManager resource (?:requirements .*)?(?:memory|ephemeral storage|\\S+) parse error',
    'it is no {what}: {problem}',
    '{fix}',
  ),
  'FLK-OPR-20': refused(
    'V20',
    '^JobManager replicas should not be configured less than one',
    'there must be at least one JobManager, and null counts as 0',
    'write 1, or leave it out',
  ),
  'FLK-OPR-21': refused(
    'V21',
    '^High availability should be enabled when starting standby',
    'standby JobManagers need high availability, which is off',
    'set high-availability.type to kubernetes, with high-availability.storageDir, or write 1',
  ),
  'FLK-OPR-22': refused(
    'V22',
    '^TaskManager resource memory must be defined',
    'the TaskManagers have no memory, and Flink cannot derive it from the options ({problem})',
    'set spec.taskManager.resource.memory or taskmanager.memory.process.size, such as 2048m',
  ),
  'FLK-OPR-23': refused(
    'V23',
    '^TaskManager resource (?:requirements .*)?(?:memory|ephemeral storage|\\S+) parse error',
    'it is no {what}: {problem}',
    '{fix}',
  ),
  'FLK-OPR-24': refused(
    'V24',
    '^TaskManager replicas should not be configured less than one',
    'there must be at least one TaskManager',
    'write 1 or more, or leave it out',
  ),
  'FLK-OPR-25': refused(
    'V25',
    '^Cannot switch from session to job cluster',
    'a session cluster cannot become an application cluster',
    'delete the resource and create it anew, or give the other cluster another name',
  ),
  'FLK-OPR-26': refused(
    'V26',
    '^Cannot switch from job to session cluster',
    'an application cluster cannot become a session cluster',
    'delete the resource and create it anew, or give the other cluster another name',
  ),
  'FLK-OPR-27': refused(
    'V27',
    '^Cannot switch from native kubernetes to standalone',
    'a native cluster cannot become a standalone one',
    'keep native, or delete the resource and create it anew',
  ),
  'FLK-OPR-28': refused(
    'V28',
    '^Cannot switch from standalone kubernetes to native',
    'a standalone cluster cannot become a native one; left out means native',
    'keep standalone, or delete the resource and create it anew',
  ),
  'FLK-OPR-29': refused(
    'V29',
    '^InitialSavepointPath must not be empty for savepoint redeployment',
    'a redeployment starts from initialSavepointPath, which is empty',
    'set initialSavepointPath, or keep the nonce as it was',
  ),
  'FLK-OPR-30': refused(
    'V30',
    '^spec\\.serviceAccount must be defined',
    'the pods need a service account that may manage pods; kubernetes.service-account does not count',
    'write the one that the chart of the operator creates: flink',
  ),
  'FLK-OPR-31': refused(
    'V31',
    '^Job could not be upgraded with last-state while HA disabled',
    'before operator 1.10, last-state needs high availability',
    'set high-availability.type to kubernetes, with high-availability.storageDir, or use operator 1.10 or newer',
  ),
  'FLK-OPR-32': refused('A1', range('scale-down.max-factor'), OUTSIDE, INSIDE),
  'FLK-OPR-33': refused('A2', range('scale-up.max-factor'), OUTSIDE, INSIDE),
  'FLK-OPR-34': refused(
    'A3',
    '^The AutoScalerOption job\\.autoscaler\\.(?:utilization\\.target|target\\.utilization) is invalid',
    OUTSIDE,
    INSIDE,
  ),
  'FLK-OPR-35': refused('A4', range('target.utilization.boundary'), OUTSIDE, INSIDE),
  'FLK-OPR-36': refused('A5', range('utilization.max'), `${OUTSIDE}; the least is the target`, INSIDE),
  'FLK-OPR-37': refused('A6', range('utilization.min'), `${OUTSIDE}; the most is the target`, INSIDE),
  'FLK-OPR-38': refused('A7', range('observed-scalability.coefficient-min'), OUTSIDE, INSIDE),
  'FLK-OPR-39': refused(
    'A8',
    '^Invalid value [^]* in the autoscaler config job\\.autoscaler\\.excluded\\.periods',
    'an excluded period is a time of day, a Quartz cron expression, or one of each joined by "&&"; {problem}',
    'write "9:30-11:30", "* * 9-11 * * ?" or "9:30-11:30 && * * * ? * 2-6", several joined by ";"',
  ),
  'FLK-OPR-40': refused(
    'A9',
    '^Invalid value in the autoscaler config',
    'the autoscaler cannot read it as a number',
    'write a number, such as 0.7',
  ),
  'FLK-OPR-41': refused('A10', '^The AutoScalerOption job\\.autoscaler\\.\\S+ is invalid', OUTSIDE, INSIDE),
  'FLK-OPR-42': refused(
    'A11',
    '^The autoscaler metric window \\(',
    'the window is shorter than {interval}, the interval of the operator, so that it never holds two samples',
    'write {interval} or more',
  ),
  'FLK-OPR-43': refused(
    'J1',
    NAME,
    'a session cluster has a name of at most 45 of a-z, 0-9 and "-", begins with a letter and does not end with "-"',
    'write the name of the FlinkDeployment',
  ),
  'FLK-OPR-44': refused(
    'J2',
    '^The job spec should not be empty',
    'a session job needs a job',
    'write job, with jarURI and parallelism',
  ),
  'FLK-OPR-45': refused(
    'J3',
    "^The deploymentName can't be changed",
    'a deployed job cannot move away from {before}',
    'keep {before}, or delete the resource and create it anew',
  ),
  'FLK-OPR-46': refused(
    'J4',
    '^jarURI (?:is not a valid URI|must include a scheme)',
    'operator {version} reads it as a URI: {problem}',
    'write a whole URI, such as https://example.com/job.jar',
  ),
  'FLK-OPR-47': refused(
    'J5',
    '^jarURI scheme ',
    'the operator fetches jars by {allowed} only',
    'use such a URI, or add the scheme to kubernetes.operator.user.artifacts.allowed-schemes of the operator, separated by ";"',
  ),
  'FLK-OPR-48': refused(
    'J6',
    '^jarURI (?:must include a host|host )',
    'the operator fetches jars from public hosts only: {problem}',
    'use a public host, or set kubernetes.operator.user.artifacts.disallow-restricted-hosts of the operator to false',
  ),
  'FLK-OPR-49': refused(
    'J7',
    '^Can not submit session job to application cluster',
    '{name} is an application cluster',
    'name a session cluster: a FlinkDeployment without job',
  ),
  'FLK-OPR-50': refused(
    'J8',
    "^The session job's cluster id is not match",
    'the session cluster is called {name}',
    'write {name}',
  ),
  'FLK-OPR-51': refused(
    'J11',
    '^The LAST_STATE upgrade mode is not supported in session job',
    'before operator 1.10, session jobs have no last-state',
    'use savepoint or stateless, or operator 1.10 or newer',
  ),
  'FLK-OPR-52': refused(
    'S1',
    '^Exactly one of checkpoint or savepoint',
    'a snapshot is either a checkpoint or a savepoint',
    'write exactly one of checkpoint and savepoint; an empty map will do',
  ),
  'FLK-OPR-53': refused(
    'S3',
    '^Job reference must be supplied',
    'a snapshot is taken of a job',
    'write jobReference, with kind and name',
  ),
  'FLK-OPR-54': refused(
    'S4',
    '^Target for snapshot ',
    'there is no such job in the namespace {namespace}',
    'name an existing FlinkDeployment or FlinkSessionJob',
  ),
  'FLK-OPR-55': crash(
    'X1',
    '(?:Could not parse value|Could not split string)',
    'the operator cannot read it as {type} (given by {source}) and fails without a message of its own',
    '{fix}',
  ),
  'FLK-OPR-56': crash(
    'X2',
    'NullPointerException',
    'the operator fails without a message of its own where it is missing or null',
    '{fix}',
  ),
  'FLK-OPR-57': unreadable(
    'P1',
    'operator {version} does not know such a resource',
    'use FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot (from 1.10 on) or FlinkBlueGreenDeployment (from 1.14 on)',
  ),
  'FLK-OPR-58': unreadable('P2', 'the operator cannot read it', 'write {expected}'),
  'FLK-OPR-59': refused(
    'M1',
    '^\\S+ resource requirements \\S+ \\S+ must (?:be positive|not be negative)',
    'it must be {bound}',
    'write a quantity above 0',
  ),
  'FLK-OPR-60': refused(
    'M2',
    '^\\S+ resource requirements \\S+ request \\([^)]*\\) must not exceed its limit',
    'the request is above the limit, {limit}',
    'lower the request or raise the limit',
  ),
  'FLK-OPR-61': fails(
    'B1',
    'its children are called {name}-blue and {name}-green, and a name has at most 45 of a-z, 0-9 and "-", a letter first',
    'write at most 39 of these characters',
  ),
  'FLK-OPR-62': fails(
    'B2',
    'the operator fails without a message where it is missing',
    'write template.spec, with job: the spec of a FlinkDeployment',
  ),
  'FLK-OPR-63': fails(
    'B3',
    'every upgradeMode but stateless takes a savepoint at a transition, and {key} is not set',
    SAVEPOINT_DIR,
  ),
  'FLK-OPR-64': noted(
    'B4',
    'the operator never reads it: labels and annotations are lost',
    'remove it; use podTemplate.metadata for the pods',
  ),
  'FLK-OPR-65': fails(
    'B5',
    'each child puts its colour before the template and makes {expanded} of it',
    'begin with the host, without a scheme; or use spec.ingress, which follows the active colour',
  ),
  'FLK-OPR-66': fails(
    'B6',
    'it is no duration that the operator reads here',
    'write a number and a unit, such as "10 min"',
  ),
  'FLK-OPR-70': fails('R15', 'operator {version} has no such field: the API server drops it', '{fix}'),
  'FLK-OPR-71': fails('R16', 'Flink would read the text "null"', 'remove the key, or give it a value'),
  'FLK-OPR-72': fails(
    'R17',
    'the operator keeps only the separators of a list of maps or lists',
    'write a list of texts, or one text',
  ),
  'FLK-OPR-73': fails('R18', 'the option is given both nested and flat, and the last one wins', 'keep one of the two'),
  'FLK-OPR-74': fails(
    'R1',
    '{leaf} has a value and is also the prefix of {child}, and the operator refuses to write that for Flink 2',
    'use the current name of {leaf}, or remove one of the two',
  ),
  'FLK-OPR-75': fails(
    'R2',
    'Kubernetes has three policies, in exactly this spelling',
    'write IfNotPresent, Always or Never',
  ),
  'FLK-OPR-76': fails('R3', '{problem}', 'write a whole URI, such as local:///opt/flink/usrlib/job.jar'),
  'FLK-OPR-77': fails('R4', 'Flink {flink} takes no checkpoints on request', 'use a savepoint, or Flink 1.17 or newer'),
  'FLK-OPR-78': fails('R5', 'there is neither a path nor {key} of the job', 'write path, or set {key}'),
  'FLK-OPR-79': fails(
    'R6',
    'a standalone cluster needs a fixed port',
    'write a port such as 6122, or remove the option',
  ),
  'FLK-OPR-80': noted(
    'R10',
    'operator {version} starts the JobManager with --host, an argument that Flink 2 no longer has',
    'use native mode, Flink 1, or operator 1.16',
  ),
  'FLK-OPR-81': noted(
    'R11',
    'a new resource that is suspended creates nothing and never gets a status',
    'write running, and suspend it later',
  ),
  'FLK-OPR-82': noted(
    'R12',
    'a native cluster starts TaskManagers as jobs ask for them and ignores the number',
    'remove it, or use mode standalone',
  ),
  'FLK-OPR-83': noted(
    'R13',
    'the operator reads this option from its own configuration only, and ignores it in a resource',
    'remove it, and set it in the configuration of the operator',
  ),
  'FLK-OPR-84': fails('R14', 'Flink would not start: {problem}', 'write more, such as 2048m'),
  'FLK-OPR-85': noted('R19', '{field} sets this option and wins', 'remove the option'),
  'FLK-OPR-86': fails('R20', 'a savepoint that exists has a path', 'write path'),
  'FLK-OPR-87': fails('R21', '{problem}', 'write a host, a path or both, such as {example}'),
  'FLK-OPR-88': fails(
    'R22',
    'the resource definition of operator {version} ends at {newest}, although its classes know more',
    'use {newest} or older, or a newer operator',
  ),
  'FLK-OPR-89': fails(
    'R23',
    'it is neither a kind of high availability nor the name of a class, and counts as switched on (given by {source})',
    'write kubernetes, zookeeper or NONE',
  ),
  'FLK-OPR-90': fails(
    'R24',
    'it is no name of an object',
    'use at most 253 of a-z, 0-9, "-" and ".", a letter or digit at both ends',
  ),
  'FLK-OPR-91': fails('R25', 'a container needs some CPU', 'write a number above 0, such as 0.5'),
  'FLK-OPR-92': noted(
    'R26',
    'operator {version} calls this Flink deprecated and no longer tests it',
    'use a newer Flink, or an older operator',
  ),
  'FLK-OPR-93': noted('R27', 'operator {version} has no such option', '{suggestions}'),
  'FLK-OPR-94': fails('R28', 'the operator cannot read it as {type}', '{fix}'),
  'FLK-OPR-95': fails(
    'R29',
    'the resource definition of the operator wants {expected} here: the API server refuses it',
    'write {expected}',
  ),
});
