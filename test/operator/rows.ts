import { changed } from './fixtures';
import { type OperatorRulesOptions } from '../../src';
import { type OPERATOR_RULES } from '../../src/validation/rules/operator';

type Paths = { readonly [path: string]: unknown };

/** A resource and the options of its validation. */
export type Input = readonly [resource: unknown, options?: OperatorRulesOptions];

/** A faulty resource, and the nearest valid one. */
export interface OperatorRow {
  readonly id: keyof typeof OPERATOR_RULES;
  readonly what: string;
  readonly bad: Input;
  /** The reported field. */
  readonly at: string;
  /** Parts of the message, in this order. */
  readonly says: readonly string[];
  readonly good: Input;
}

const app = (paths?: Paths, options?: OperatorRulesOptions): Input => [changed('application', paths), options];
const bare = (paths: Paths, without: string[], options?: OperatorRulesOptions): Input => [
  changed('application', paths, without),
  options,
];
const session = (paths?: Paths, options?: OperatorRulesOptions): Input => [changed('session', paths), options];
const job = (paths?: Paths, options?: OperatorRulesOptions): Input => [changed('sessionJob', paths), options];
const snapshot = (paths?: Paths, options?: OperatorRulesOptions): Input => [changed('snapshot', paths), options];
const blueGreen = (paths?: Paths, without?: string[]): Input => [changed('blueGreen', paths, without)];
const conf = (options: Paths): Paths =>
  Object.fromEntries(Object.entries(options).map(([key, value]) => [`spec/flinkConfiguration/${key}`, value]));
const option = (key: string) => `spec.flinkConfiguration.${key}`;

const HA = conf({ 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://b/ha' });
const CHECKPOINTS = conf({ 'execution.checkpointing.dir': 's3://b/c' });
const SAVEPOINTS = conf({ 'execution.checkpointing.savepoint-dir': 's3://b/s' });
const AUTOSCALER = { 'job.autoscaler.enabled': 'true' };
const was = (paths?: Paths): OperatorRulesOptions => ({ previous: changed('application', paths) });
const cluster = (paths?: Paths): OperatorRulesOptions => ({ session: changed('session', paths) });
const on = (operatorVersion: string): OperatorRulesOptions => ({ operatorVersion });
const scaled = (key: string, value: string, options?: OperatorRulesOptions) =>
  app(conf({ ...AUTOSCALER, [`job.autoscaler.${key}`]: value }), options);
const OF = { 'spec/jobReference': { kind: 'FlinkDeployment', name: 'basic' } };
const target: OperatorRulesOptions = { target: changed('application', SAVEPOINTS) };
const requests = (memory: string, cpu: string, limit: string) => ({
  'spec/jobManager': { resources: { requests: { memory, cpu }, limits: { cpu: limit } } },
});

const jarOf = (jarURI: string, mode: string, flinkVersion: string): Paths => ({
  'spec/job/jarURI': jarURI,
  'spec/mode': mode,
  'spec/flinkVersion': flinkVersion,
});
const SIDECAR = {
  'spec/flinkVersion': 'v1_18',
  'spec/podTemplate': { spec: { initContainers: [{ name: 'a', restartPolicy: 'Always' }] } },
};
const CLAIM = {
  'spec/flinkVersion': 'v1_19',
  'spec/podTemplate': { spec: { resourceClaims: [{ name: 'a', source: { resourceClaimName: 'b' } }] } },
};

const DEPLOYMENT: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-01',
    what: 'an invalid name',
    bad: app({ 'metadata/name': 'My.Name' }),
    at: 'metadata.name',
    says: ['"My.Name"', 'at most 45', 'write my-name'],
    good: app({ 'metadata/name': 'my-name' }),
  },
  {
    id: 'FLK-OPR-02',
    what: 'a missing Flink version',
    bad: bare({}, ['spec/flinkVersion']),
    at: 'spec.flinkVersion',
    says: ['must be told', 'v1_20'],
    good: app(),
  },
  {
    id: 'FLK-OPR-03',
    what: 'a Flink version that the operator does not support',
    bad: app({ 'spec/flinkVersion': 'v1_14' }),
    at: 'spec.flinkVersion',
    says: ['"v1_14"', '1.15 and newer'],
    good: app({ 'spec/flinkVersion': 'v1_19' }),
  },
  {
    id: 'FLK-OPR-04',
    what: 'a new Flink version for a job suspended with last-state',
    bad: app(
      { ...CHECKPOINTS, 'spec/job/upgradeMode': 'last-state' },
      was({ 'spec/flinkVersion': 'v1_19', 'spec/job/upgradeMode': 'last-state', 'spec/job/state': 'suspended' }),
    ),
    at: 'spec.flinkVersion',
    says: ['under v1_19'],
    good: app(
      {},
      was({ 'spec/flinkVersion': 'v1_19', 'spec/job/upgradeMode': 'last-state', 'spec/job/state': 'suspended' }),
    ),
  },
  {
    id: 'FLK-OPR-05',
    what: 'a reserved option',
    bad: app(conf({ 'kubernetes.cluster-id': 'x' })),
    at: option('kubernetes.cluster-id'),
    says: ['"x"', 'Fix: remove it'],
    good: app(),
  },
  {
    id: 'FLK-OPR-06',
    what: 'a rollback without high availability',
    bad: app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'true' })),
    at: option('kubernetes.operator.deployment.rollback.enabled'),
    says: ['high availability, which is off'],
    good: app({ ...HA, ...conf({ 'kubernetes.operator.deployment.rollback.enabled': 'true' }) }),
  },
  {
    id: 'FLK-OPR-07',
    what: 'a health check without recovery of the JobManager',
    bad: app(
      conf({
        'kubernetes.operator.cluster.health-check.enabled': 'true',
        'kubernetes.operator.jm-deployment-recovery.enabled': 'false',
      }),
    ),
    at: option('kubernetes.operator.cluster.health-check.enabled'),
    says: ['health check restarts'],
    good: app(conf({ 'kubernetes.operator.cluster.health-check.enabled': 'true' })),
  },
  {
    id: 'FLK-OPR-08',
    what: 'an Ingress without a template',
    bad: app({ 'spec/ingress': { className: 'nginx' } }),
    at: 'spec.ingress.template',
    says: ['needs a template', '{{name}}.{{namespace}}'],
    good: app({ 'spec/ingress': { template: '{{name}}.example.com' } }),
  },
  {
    id: 'FLK-OPR-09',
    what: 'an Ingress template with an invalid port',
    bad: app({ 'spec/ingress': { template: 'host:abc' } }),
    at: 'spec.ingress.template',
    says: ['"host:abc"', '"abc" is no port'],
    good: app({ 'spec/ingress': { template: 'host:8080' } }),
  },
  {
    id: 'FLK-OPR-10',
    what: 'a logging file that the operator does not use',
    bad: app({ 'spec/logConfiguration': { 'log4j.properties': 'x' } }),
    at: 'spec.logConfiguration.log4j.properties',
    says: ['log4j-console.properties'],
    good: app({ 'spec/logConfiguration': { 'log4j-console.properties': 'x' } }),
  },
  {
    id: 'FLK-OPR-11',
    what: 'upgrade mode last-state without a checkpoint directory',
    bad: app({ 'spec/job/upgradeMode': 'last-state' }),
    at: 'spec.job.upgradeMode',
    says: ['"last-state"', 'execution.checkpointing.dir is not set'],
    good: app({ ...CHECKPOINTS, 'spec/job/upgradeMode': 'last-state' }),
  },
  {
    id: 'FLK-OPR-12',
    what: 'upgrade mode savepoint without a savepoint directory',
    bad: app({ ...CHECKPOINTS, 'spec/job/upgradeMode': 'savepoint' }),
    at: 'spec.job.upgradeMode',
    says: ['need execution.checkpointing.savepoint-dir'],
    good: app({ ...CHECKPOINTS, ...SAVEPOINTS, 'spec/job/upgradeMode': 'savepoint' }),
  },
  {
    id: 'FLK-OPR-13',
    what: 'a savepoint on request without a savepoint directory',
    bad: app({ 'spec/job/savepointTriggerNonce': 0 }),
    at: 'spec.job.savepointTriggerNonce',
    says: ['on request'],
    good: app({ ...SAVEPOINTS, 'spec/job/savepointTriggerNonce': 0 }),
  },
  {
    id: 'FLK-OPR-14',
    what: 'periodic savepoints without a savepoint directory',
    bad: app(conf({ 'kubernetes.operator.periodic.savepoint.interval': '1h' })),
    at: option('kubernetes.operator.periodic.savepoint.interval'),
    says: ['"1h"', 'periodic'],
    good: app({ ...SAVEPOINTS, ...conf({ 'kubernetes.operator.periodic.savepoint.interval': '1h' }) }),
  },
  {
    id: 'FLK-OPR-15',
    what: 'a maximum checkpoint age without a savepoint directory',
    bad: app(conf({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' })),
    at: option('kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age'),
    says: ['"1 h"', 'age of checkpoints'],
    good: app({
      ...SAVEPOINTS,
      ...conf({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' }),
    }),
  },
  {
    id: 'FLK-OPR-16',
    what: 'zero TaskManagers',
    bad: app({ 'spec/taskManager/replicas': 0 }),
    at: 'spec.taskManager.replicas',
    says: ['got 0'],
    good: app({ 'spec/taskManager/replicas': 1 }),
  },
  {
    id: 'FLK-OPR-17',
    what: 'a missing parallelism',
    bad: bare({}, ['spec/job/parallelism']),
    at: 'spec.job.parallelism',
    says: ['got 0'],
    good: app({ 'spec/job/parallelism': 1 }),
  },
  {
    id: 'FLK-OPR-18',
    what: 'a JobManager without memory',
    bad: bare({}, ['spec/jobManager']),
    at: 'spec.jobManager.resource.memory',
    says: ['no memory', '2048m'],
    good: bare(conf({ 'jobmanager.memory.process.size': '2g' }), ['spec/jobManager']),
  },
  {
    id: 'FLK-OPR-19',
    what: 'a fraction as the memory of the JobManager',
    bad: app({ 'spec/jobManager/resource/memory': '1.5g' }),
    at: 'spec.jobManager.resource.memory',
    says: ['"1.5g"', 'no fractions'],
    good: app({ 'spec/jobManager/resource/memory': '1536m' }),
  },
  {
    id: 'FLK-OPR-20',
    what: 'null as the number of JobManagers',
    bad: app({ 'spec/jobManager/replicas': null }),
    at: 'spec.jobManager.replicas',
    says: ['got 0'],
    good: app({ 'spec/jobManager/replicas': 1 }),
  },
  {
    id: 'FLK-OPR-21',
    what: 'two JobManagers without high availability',
    bad: app({ 'spec/jobManager/replicas': 2 }),
    at: 'spec.jobManager.replicas',
    says: ['got 2', 'high availability'],
    good: app({ ...HA, 'spec/jobManager/replicas': 2 }),
  },
  {
    id: 'FLK-OPR-22',
    what: 'TaskManagers without memory',
    bad: bare({}, ['spec/taskManager']),
    at: 'spec.taskManager.resource.memory',
    says: ['no memory', '2048m'],
    good: bare(conf({ 'taskmanager.memory.process.size': '2g' }), ['spec/taskManager']),
  },
  {
    id: 'FLK-OPR-23',
    what: 'an invalid quantity of ephemeral storage',
    bad: app({ 'spec/taskManager/resource/ephemeralStorage': '1gb' }),
    at: 'spec.taskManager.resource.ephemeralStorage',
    says: ['"1gb"', 'no quantity'],
    good: app({ 'spec/taskManager/resource/ephemeralStorage': '1Gi' }),
  },
  {
    id: 'FLK-OPR-24',
    what: 'a negative number of TaskManagers',
    bad: session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': -1 }),
    at: 'spec.taskManager.replicas',
    says: ['got -1'],
    good: session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': 1 }),
  },
  {
    id: 'FLK-OPR-25',
    what: 'a change from a session cluster to an application cluster',
    bad: app({}, { previous: changed('session') }),
    at: 'spec.job',
    says: ['cannot become an application'],
    good: app({}, was()),
  },
  {
    id: 'FLK-OPR-26',
    what: 'a change from an application cluster to a session cluster',
    bad: session({}, was()),
    at: 'spec.job',
    says: ['cannot become a session'],
    good: session({}, { previous: changed('session') }),
  },
  {
    id: 'FLK-OPR-27',
    what: 'a change from native to standalone mode',
    bad: app({ 'spec/mode': 'standalone' }, was()),
    at: 'spec.mode',
    says: ['"standalone"', 'a native cluster'],
    good: app({ 'spec/mode': 'native' }, was()),
  },
  {
    id: 'FLK-OPR-28',
    what: 'a change from standalone to native mode',
    bad: app({}, was({ 'spec/mode': 'standalone' })),
    at: 'spec.mode',
    says: ['left out means native'],
    good: app({ 'spec/mode': 'standalone' }, was({ 'spec/mode': 'standalone' })),
  },
  {
    id: 'FLK-OPR-29',
    what: 'a redeployment without an initial savepoint',
    bad: app({ 'spec/job/savepointRedeployNonce': 1 }, was()),
    at: 'spec.job.initialSavepointPath',
    says: ['which is empty'],
    good: app({ 'spec/job/savepointRedeployNonce': 1, 'spec/job/initialSavepointPath': 's3://b/s/1' }, was()),
  },
  {
    id: 'FLK-OPR-30',
    what: 'a missing ServiceAccount',
    bad: bare({}, ['spec/serviceAccount']),
    at: 'spec.serviceAccount',
    says: ['flink'],
    good: app(),
  },
  {
    id: 'FLK-OPR-31',
    what: 'upgrade mode last-state without high availability before operator 1.10',
    bad: app({ 'spec/flinkVersion': 'v1_18', 'spec/job/upgradeMode': 'last-state' }, on('1.7.0')),
    at: 'spec.job.upgradeMode',
    says: ['before operator 1.10'],
    good: app(
      {
        ...HA,
        'spec/flinkVersion': 'v1_18',
        'spec/job/upgradeMode': 'last-state',
        ...conf({ 'state.checkpoints.dir': 's3://b/c' }),
      },
      on('1.7.0'),
    ),
  },
];

const AUTOSCALING: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-32',
    what: 'a scale-down factor below 0',
    bad: scaled('scale-down.max-factor', '-1'),
    at: option('job.autoscaler.scale-down.max-factor'),
    says: ['"-1"', 'from 0.0'],
    good: scaled('scale-down.max-factor', '0'),
  },
  {
    id: 'FLK-OPR-33',
    what: 'a scale-up factor below 0',
    bad: scaled('scale-up.max-factor', '-1'),
    at: option('job.autoscaler.scale-up.max-factor'),
    says: ['"-1"'],
    good: scaled('scale-up.max-factor', '2'),
  },
  {
    id: 'FLK-OPR-34',
    what: 'a target utilization above 1',
    bad: scaled('utilization.target', '1.1'),
    at: option('job.autoscaler.utilization.target'),
    says: ['"1.1"', 'to 1.0'],
    good: scaled('utilization.target', '1'),
  },
  {
    id: 'FLK-OPR-35',
    what: 'a utilization boundary below 0',
    bad: scaled('target.utilization.boundary', '-1'),
    at: option('job.autoscaler.target.utilization.boundary'),
    says: ['"-1"'],
    good: scaled('target.utilization.boundary', '1'),
  },
  {
    id: 'FLK-OPR-36',
    what: 'a maximum utilization below the target',
    bad: scaled('utilization.max', '0.6'),
    at: option('job.autoscaler.utilization.max'),
    says: ['"0.6"', 'from 0.7'],
    good: scaled('utilization.max', '0.7'),
  },
  {
    id: 'FLK-OPR-37',
    what: 'a minimum utilization above the target',
    bad: scaled('utilization.min', '0.8'),
    at: option('job.autoscaler.utilization.min'),
    says: ['"0.8"', 'to 0.7'],
    good: scaled('utilization.min', '0.7'),
  },
  {
    id: 'FLK-OPR-38',
    what: 'a scalability coefficient below 0.01',
    bad: scaled('observed-scalability.coefficient-min', '0'),
    at: option('job.autoscaler.observed-scalability.coefficient-min'),
    says: ['"0"', 'from 0.01'],
    good: scaled('observed-scalability.coefficient-min', '0.01'),
  },
  {
    id: 'FLK-OPR-39',
    what: 'an invalid excluded period',
    bad: scaled('excluded.periods', 'a'),
    at: option('job.autoscaler.excluded.periods'),
    says: ['"a"', 'a part is neither'],
    good: scaled('excluded.periods', '9:30-11:30'),
  },
  {
    id: 'FLK-OPR-40',
    what: 'a scale-up factor that is not a number',
    bad: scaled('scale-up.max-factor', 'much'),
    at: option('job.autoscaler.scale-up.max-factor'),
    says: ['"much"', 'as a number'],
    good: scaled('scale-up.max-factor', '1e3'),
  },
  {
    id: 'FLK-OPR-41',
    what: 'a GC pressure threshold above 1',
    bad: scaled('memory.gc-pressure.threshold', '2', on('1.16.0')),
    at: option('job.autoscaler.memory.gc-pressure.threshold'),
    says: ['"2"', 'to 1.0'],
    good: scaled('memory.gc-pressure.threshold', '2'),
  },
  {
    id: 'FLK-OPR-42',
    what: 'a metrics window below the reconciliation interval',
    bad: scaled('metrics.window', '1 s', on('1.16.0')),
    at: option('job.autoscaler.metrics.window'),
    says: ['"1 s"', 'shorter than 1 min'],
    good: scaled('metrics.window', '1 min', on('1.16.0')),
  },
];

const SESSION_JOBS: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-43',
    what: 'an invalid name of the session cluster',
    bad: job({ 'spec/deploymentName': 'Basic' }),
    at: 'spec.deploymentName',
    says: ['"Basic"'],
    good: job(),
  },
  {
    id: 'FLK-OPR-44',
    what: 'a session job without a job',
    bad: job({ 'spec/job': null }),
    at: 'spec.job',
    says: ['needs a job'],
    good: job(),
  },
  {
    id: 'FLK-OPR-45',
    what: 'a move of a session job to another cluster',
    bad: job({ 'spec/deploymentName': 'other' }, { previous: changed('sessionJob') }),
    at: 'spec.deploymentName',
    says: ['away from basic'],
    good: job({}, { previous: changed('sessionJob') }),
  },
  {
    id: 'FLK-OPR-46',
    what: 'a jar URI without a scheme',
    bad: job({ 'spec/job/jarURI': 'job.jar' }),
    at: 'spec.job.jarURI',
    says: ['"job.jar"', 'no scheme'],
    good: job({ 'spec/job/jarURI': 'job.jar' }, on('1.14.0')),
  },
  {
    id: 'FLK-OPR-47',
    what: 'a jar URI with a scheme that is not allowed',
    bad: job({ 'spec/job/jarURI': 's3://b/j.jar' }),
    at: 'spec.job.jarURI',
    says: ['by https only', 'separated by ";"'],
    good: job(
      { 'spec/job/jarURI': 's3://b/j.jar' },
      { operatorConfig: { 'kubernetes.operator.user.artifacts.allowed-schemes': 'https;s3' } },
    ),
  },
  {
    id: 'FLK-OPR-48',
    what: 'a jar URI with a private address',
    bad: job({ 'spec/job/jarURI': 'https://10.0.0.1/j.jar' }),
    at: 'spec.job.jarURI',
    says: ['10.0.0.1 is an address inside'],
    good: job({ 'spec/job/jarURI': 'https://8.8.8.8/j.jar' }),
  },
  {
    id: 'FLK-OPR-49',
    what: 'a session job for an application cluster',
    bad: job({}, { session: changed('application') }),
    at: 'spec.deploymentName',
    says: ['basic is an application cluster'],
    good: job({}, cluster()),
  },
  {
    id: 'FLK-OPR-50',
    what: 'a session job for another cluster than the given one',
    bad: job({ 'spec/deploymentName': 'other' }, cluster()),
    at: 'spec.deploymentName',
    says: ['is called basic'],
    good: job({}, cluster()),
  },
  {
    id: 'FLK-OPR-51',
    what: 'upgrade mode last-state of a session job before operator 1.10',
    bad: job({ 'spec/job/upgradeMode': 'last-state' }, on('1.9.0')),
    at: 'spec.job.upgradeMode',
    says: ['have no last-state'],
    good: job({ 'spec/job/upgradeMode': 'last-state' }, on('1.10.0')),
  },
];

const SNAPSHOTS: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-52',
    what: 'both a savepoint and a checkpoint',
    bad: snapshot({ ...OF, 'spec/savepoint': {}, 'spec/checkpoint': {} }, target),
    at: 'spec',
    says: ['either a checkpoint or a savepoint'],
    good: snapshot({ ...OF, 'spec/savepoint': {} }, target),
  },
  {
    id: 'FLK-OPR-53',
    what: 'a savepoint without a job',
    bad: snapshot({ 'spec/savepoint': {} }),
    at: 'spec.jobReference',
    says: ['taken of a job'],
    good: snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }),
  },
  {
    id: 'FLK-OPR-54',
    what: 'a job that does not exist',
    bad: snapshot({ ...OF, 'spec/savepoint': {} }),
    at: 'spec.jobReference.name',
    says: ['"basic"', 'namespace flink'],
    good: snapshot({ ...OF, 'spec/savepoint': {} }, target),
  },
  {
    id: 'FLK-OPR-77',
    what: 'a checkpoint on request before Flink 1.17',
    bad: snapshot(
      { ...OF, 'spec/checkpoint': {} },
      { target: changed('application', { 'spec/flinkVersion': 'v1_16' }) },
    ),
    at: 'spec.checkpoint',
    says: ['takes no checkpoints'],
    good: snapshot({ ...OF, 'spec/checkpoint': {} }, target),
  },
  {
    id: 'FLK-OPR-78',
    what: 'a savepoint without a path or savepoint directory',
    bad: snapshot({ ...OF, 'spec/savepoint': {} }, { target: changed('application') }),
    at: 'spec.savepoint.path',
    says: ['neither a path nor execution.checkpointing.savepoint-dir'],
    good: snapshot({ ...OF, 'spec/savepoint': { path: 's3://b/s' } }, { target: changed('application') }),
  },
  {
    id: 'FLK-OPR-86',
    what: 'an existing savepoint without a path',
    bad: snapshot({ 'spec/savepoint': { alreadyExists: true } }),
    at: 'spec.savepoint.path',
    says: ['has a path'],
    good: snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }),
  },
];

const READING: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-55',
    what: 'a rollback option that is not a boolean',
    bad: app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'yes' })),
    at: option('kubernetes.operator.deployment.rollback.enabled'),
    says: ['"yes"', 'true or false'],
    good: app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'FALSE' })),
  },
  {
    id: 'FLK-OPR-56',
    what: 'a missing deploymentName in the previous session job',
    bad: job({}, { previous: changed('sessionJob', { 'spec/deploymentName': null }) }),
    at: 'previous.spec.deploymentName',
    says: ['missing or null', 'create it anew'],
    good: job({}, { previous: changed('sessionJob') }),
  },
  {
    id: 'FLK-OPR-56',
    what: 'a missing deploymentName',
    bad: job({ 'spec/deploymentName': null }),
    at: 'spec.deploymentName',
    says: ['missing or null', 'name of the FlinkDeployment'],
    good: job(),
  },
  {
    id: 'FLK-OPR-57',
    what: 'a kind that the operator release does not know',
    bad: snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }, on('1.9.0')),
    at: 'kind',
    says: ['"FlinkStateSnapshot"', 'operator 1.9.0'],
    good: snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }, on('1.10.0')),
  },
  {
    id: 'FLK-OPR-58',
    what: 'a CPU quantity in a number field',
    bad: app({ 'spec/jobManager/resource/cpu': '500m' }),
    at: 'spec.jobManager.resource.cpu',
    says: ['"500m"', 'such as 0.5'],
    good: app({ 'spec/jobManager/resource/cpu': '0.5' }),
  },
  {
    id: 'FLK-OPR-59',
    what: 'a CPU request of 0',
    bad: app(requests('1Gi', '0', '1'), on('1.16.0')),
    at: 'spec.jobManager.resources.requests.cpu',
    says: ['"0"', 'above 0'],
    good: app(requests('1Gi', '500m', '1'), on('1.16.0')),
  },
  {
    id: 'FLK-OPR-60',
    what: 'a CPU request above its limit',
    bad: app(requests('1Gi', '2', '1'), on('1.16.0')),
    at: 'spec.jobManager.resources.requests.cpu',
    says: ['"2"', 'above the limit, 1'],
    good: app(requests('1Gi', '1', '1'), on('1.16.0')),
  },
  {
    id: 'FLK-OPR-76',
    what: 'a jar on S3 in native mode',
    bad: app(jarOf('s3://b/a.jar', 'standalone', 'v1_20')),
    at: 'spec.job.jarURI',
    says: ['opens no jar by s3'],
    good: app(jarOf('s3://b/a.jar', 'native', 'v1_20')),
  },
  {
    id: 'FLK-OPR-76',
    what: 'a remote jar on operator 1.9',
    bad: app(jarOf('s3://b/a.jar', 'native', 'v1_19'), on('1.9.0')),
    at: 'spec.job.jarURI',
    says: ['operator 1.9.0 takes jars in the image only'],
    good: app(jarOf('s3://b/a.jar', 'native', 'v1_19'), on('1.10.0')),
  },
  {
    id: 'FLK-OPR-76',
    what: 'a remote jar before Flink 1.19',
    bad: app(jarOf('https://example.com/a.jar', 'native', 'v1_18'), on('1.12.1')),
    at: 'spec.job.jarURI',
    says: ['from 1.19 on'],
    good: app(jarOf('https://example.com/a.jar', 'native', 'v1_19'), on('1.12.1')),
  },
  {
    id: 'FLK-OPR-70',
    what: 'a container field that the operator release does not know',
    bad: app(SIDECAR, on('1.8.0')),
    at: 'spec.podTemplate.spec.initContainers[0].restartPolicy',
    says: ['operator 1.8.0 has no such field', 'operator 1.9 or newer'],
    good: app(SIDECAR, on('1.9.0')),
  },
  {
    id: 'FLK-OPR-70',
    what: 'a pod field that was removed from Kubernetes',
    bad: app(CLAIM, on('1.13.0')),
    at: 'spec.podTemplate.spec.resourceClaims[0].source',
    says: ['Fix: remove it'],
    good: app(CLAIM, on('1.12.1')),
  },
  {
    id: 'FLK-OPR-70',
    what: 'a misspelled container field',
    bad: app({ 'spec/jobManager/podTemplate': { spec: { containers: [{ name: 'a', imagee: 'b' }] } } }),
    at: 'spec.jobManager.podTemplate.spec.containers[0].imagee',
    says: ['no such field', 'write image'],
    good: app({
      'spec/jobManager/podTemplate': {
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { containers: [{ name: 'a', image: 'b' }] },
      },
    }),
  },
  {
    id: 'FLK-OPR-95',
    what: 'a number as the value of a variable',
    bad: app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a', env: [{ name: 'A', value: 1 }] }] } } }),
    at: 'spec.podTemplate.spec.containers[0].env[0].value',
    says: ['got 1', 'a text'],
    good: app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a', env: [{ name: 'A', value: '1' }] }] } } }),
  },
  {
    id: 'FLK-OPR-95',
    what: 'a string as an image pull secret',
    bad: app({ 'spec/podTemplate': { spec: { imagePullSecrets: ['registry'] } } }),
    at: 'spec.podTemplate.spec.imagePullSecrets[0]',
    says: ['wants a map here'],
    good: app({ 'spec/podTemplate': { spec: { imagePullSecrets: [{ name: 'registry' }] } } }),
  },
  {
    id: 'FLK-OPR-58',
    what: 'a string instead of a list of containers',
    bad: app({ 'spec/podTemplate': { spec: { containers: 'a' } } }),
    at: 'spec.podTemplate.spec.containers',
    says: ['a list'],
    good: app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a' }] } } }),
  },
  {
    id: 'FLK-OPR-70',
    what: 'a misspelled job field',
    bad: app({ 'spec/job/mainClass': 'a.B' }),
    at: 'spec.job.mainClass',
    says: ['no such field'],
    good: app({ 'spec/job/entryClass': 'a.B' }),
  },
  {
    id: 'FLK-OPR-71',
    what: 'a null option',
    bad: app(conf({ 'a.b': null })),
    at: option('a.b'),
    says: ['the text "null"'],
    good: app(conf({ 'a.b': '' })),
  },
  {
    id: 'FLK-OPR-72',
    what: 'a list of maps',
    bad: app(conf({ a: [{ x: 1 }, { y: 2 }] })),
    at: option('a'),
    says: ['separators'],
    good: app(conf({ a: ['x', 'y'] })),
  },
  {
    id: 'FLK-OPR-73',
    what: 'an option that is both nested and flat',
    bad: app(conf({ 'a.b': 1, a: { b: 2 } })),
    at: option('a.b'),
    says: ['both nested and flat'],
    good: app(conf({ 'a.b': 1, a: { c: 2 } })),
  },
];

const BLUE_GREEN: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-61',
    what: 'a name without room for the color suffix',
    bad: blueGreen({ 'metadata/name': 'b'.repeat(40) }),
    at: 'metadata.name',
    says: [`${'b'.repeat(40)}-green`, 'at most 39'],
    good: blueGreen({ 'metadata/name': 'b'.repeat(39) }),
  },
  {
    id: 'FLK-OPR-62',
    what: 'a blue/green deployment without a job',
    bad: blueGreen({}, ['spec/template/spec/job']),
    at: 'spec.template.spec.job',
    says: ['fails without a message'],
    good: blueGreen(),
  },
  {
    id: 'FLK-OPR-63',
    what: 'an upgrade with state without a savepoint directory',
    bad: blueGreen({ 'spec/template/spec/job/upgradeMode': 'last-state' }, [
      'spec/template/spec/flinkConfiguration/execution.checkpointing.savepoint-dir',
    ]),
    at: 'spec.template.spec.job.upgradeMode',
    says: ['"last-state"', 'takes a savepoint'],
    good: blueGreen({ 'spec/template/spec/job/upgradeMode': 'last-state' }),
  },
  {
    id: 'FLK-OPR-64',
    what: 'labels of the template',
    bad: blueGreen({ 'spec/template/metadata': { labels: { a: 'b' } } }),
    at: 'spec.template.metadata',
    says: ['never reads it'],
    good: blueGreen({ 'spec/template/metadata': {} }),
  },
  {
    id: 'FLK-OPR-65',
    what: 'an Ingress template that starts with the path',
    bad: blueGreen({ 'spec/template/spec/ingress': { template: '/{{name}}' } }),
    at: 'spec.template.spec.ingress.template',
    says: ['"/{{name}}"', 'http://blue-/bg-blue'],
    good: blueGreen({ 'spec/ingress': { template: '/{{name}}' } }),
  },
  {
    id: 'FLK-OPR-66',
    what: 'a duration that the operator cannot read',
    bad: blueGreen({ 'spec/configuration': { 'kubernetes.operator.bluegreen.abort.grace-period': 'PT10M' } }),
    at: 'spec.configuration.kubernetes.operator.bluegreen.abort.grace-period',
    says: ['"PT10M"'],
    good: blueGreen({ 'spec/configuration': { 'kubernetes.operator.bluegreen.abort.grace-period': '10 min' } }),
  },
];

const LATER: readonly OperatorRow[] = [
  {
    id: 'FLK-OPR-74',
    what: 'a deprecated option that is the prefix of another',
    bad: app({
      'spec/flinkVersion': 'v2_0',
      ...conf({ 'high-availability': 'kubernetes', 'high-availability.storageDir': 's3://b/h' }),
    }),
    at: option('high-availability'),
    says: ['"kubernetes"', 'prefix of high-availability.storageDir'],
    good: app({ 'spec/flinkVersion': 'v2_0', ...HA }),
  },
  {
    id: 'FLK-OPR-75',
    what: 'an image pull policy with wrong capitalization',
    bad: app({ 'spec/imagePullPolicy': 'always' }),
    at: 'spec.imagePullPolicy',
    says: ['"always"'],
    good: app({ 'spec/imagePullPolicy': 'Always' }),
  },
  {
    id: 'FLK-OPR-76',
    what: 'a jar URI without a scheme in standalone mode',
    bad: app({ 'spec/mode': 'standalone', 'spec/job/jarURI': '/opt/x.jar' }),
    at: 'spec.job.jarURI',
    says: ['"/opt/x.jar"', 'needs a scheme'],
    good: app({ 'spec/job/jarURI': '/opt/x.jar' }),
  },
  {
    id: 'FLK-OPR-79',
    what: 'a dynamic RPC port in standalone mode',
    bad: app({ 'spec/mode': 'standalone', ...conf({ 'taskmanager.rpc.port': '0' }) }),
    at: option('taskmanager.rpc.port'),
    says: ['"0"', 'fixed port'],
    good: app(conf({ 'taskmanager.rpc.port': '0' })),
  },
  {
    id: 'FLK-OPR-80',
    what: 'standalone high availability with Flink 2 before operator 1.16',
    bad: app({ ...HA, 'spec/mode': 'standalone', 'spec/flinkVersion': 'v2_0' }),
    at: 'spec.mode',
    says: ['--host'],
    good: app({ ...HA, 'spec/mode': 'standalone', 'spec/flinkVersion': 'v2_0' }, on('1.16.0')),
  },
  {
    id: 'FLK-OPR-81',
    what: 'a new resource that is suspended',
    bad: app({ 'spec/job/state': 'suspended' }),
    at: 'spec.job.state',
    says: ['creates nothing'],
    good: app({ 'spec/job/state': 'suspended' }, was()),
  },
  {
    id: 'FLK-OPR-82',
    what: 'TaskManager replicas in native mode',
    bad: session({ 'spec/taskManager/replicas': 2 }),
    at: 'spec.taskManager.replicas',
    says: ['ignores the number'],
    good: session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': 2 }),
  },
  {
    id: 'FLK-OPR-83',
    what: 'an operator option that is not read from resources',
    bad: app(conf({ 'kubernetes.operator.watched.namespaces': 'flink' })),
    at: option('kubernetes.operator.watched.namespaces'),
    says: ['own configuration only'],
    good: app({}, { operatorConfig: { 'kubernetes.operator.watched.namespaces': 'flink' } }),
  },
  {
    id: 'FLK-OPR-84',
    what: 'too little memory for a JobManager',
    bad: app({ 'spec/jobManager/resource/memory': '100m' }),
    at: 'spec.jobManager.resource.memory',
    says: ['"100m"', 'would not start'],
    good: app({ 'spec/jobManager/resource/memory': '1g' }),
  },
  {
    id: 'FLK-OPR-85',
    what: 'a parallelism option that the job overrides',
    bad: app(conf({ 'parallelism.default': '9' })),
    at: option('parallelism.default'),
    says: ['"9"', 'spec.job.parallelism sets'],
    good: app(conf({ 'parallelism.default': '2' })),
  },
  {
    id: 'FLK-OPR-87',
    what: 'an Ingress template with spaces within the braces',
    bad: app({ 'spec/ingress': { template: '{{ name }}.example.com' } }),
    at: 'spec.ingress.template',
    says: ['blanks'],
    good: app({ 'spec/ingress': { template: '{{Name}}.example.com' } }),
  },
  {
    id: 'FLK-OPR-88',
    what: 'a Flink version that the CRD does not list',
    bad: app({ 'spec/flinkVersion': 'v2_3' }),
    at: 'spec.flinkVersion',
    says: ['"v2_3"', 'ends at v2_2'],
    good: app({ 'spec/flinkVersion': 'v2_3' }, on('1.16.0')),
  },
  {
    id: 'FLK-OPR-89',
    what: 'an unknown type of high availability',
    bad: app(conf({ 'high-availability.type': 'kubernets' })),
    at: option('high-availability.type'),
    says: ['"kubernets"', 'counts as switched on'],
    good: app(conf({ 'high-availability.type': 'org.example.Factory' })),
  },
  {
    id: 'FLK-OPR-90',
    what: 'a name in capitals',
    bad: job({ 'metadata/name': 'UPPER' }),
    at: 'metadata.name',
    says: ['"UPPER"'],
    good: job({ 'metadata/name': 'lower' }),
  },
  {
    id: 'FLK-OPR-91',
    what: 'zero CPU for the JobManager',
    bad: app({ 'spec/jobManager/resource/cpu': 0 }),
    at: 'spec.jobManager.resource.cpu',
    says: ['got 0'],
    good: app({ 'spec/jobManager/resource/cpu': 0.5 }),
  },
  {
    id: 'FLK-OPR-92',
    what: 'a deprecated Flink version',
    bad: app({ 'spec/flinkVersion': 'v1_16' }),
    at: 'spec.flinkVersion',
    says: ['"v1_16"', 'deprecated'],
    good: app({ 'spec/flinkVersion': 'v1_19' }),
  },
  {
    id: 'FLK-OPR-93',
    what: 'a newer autoscaler option on operator 1.10',
    bad: app(conf({ 'job.autoscaler.utilization.max': '0.9' }), on('1.10.0')),
    at: option('job.autoscaler.utilization.max'),
    says: ['operator 1.10.0 has no such option'],
    good: app(conf({ 'job.autoscaler.utilization.max': '0.9' }), on('1.12.1')),
  },
  {
    id: 'FLK-OPR-93',
    what: 'a newer autoscaler option on operator 1.7',
    bad: app(
      { 'spec/flinkVersion': 'v1_18', ...conf({ 'job.autoscaler.excluded.periods': '9:30-11:30' }) },
      on('1.7.0'),
    ),
    at: option('job.autoscaler.excluded.periods'),
    says: ['operator 1.7.0 has no such option'],
    good: app(
      { 'spec/flinkVersion': 'v1_18', ...conf({ 'job.autoscaler.excluded.periods': '9:30-11:30' }) },
      on('1.8.0'),
    ),
  },
  {
    id: 'FLK-OPR-93',
    what: 'a misspelled autoscaler option',
    bad: app(conf({ 'job.autoscaler.utilization.mex': '0.9' })),
    at: option('job.autoscaler.utilization.mex'),
    says: ['write job.autoscaler.utilization.max'],
    good: app(conf({ 'job.autoscaler.utilization.max': '0.9' })),
  },
  {
    id: 'FLK-OPR-93',
    what: 'a misspelled operator option',
    bad: app(conf({ 'kubernetes.operator.job.restart.faled': 'true' })),
    at: option('kubernetes.operator.job.restart.faled'),
    says: ['kubernetes.operator.job.restart.failed'],
    good: app(conf({ 'kubernetes.operator.job.restart.failed': 'true' })),
  },
  {
    id: 'FLK-OPR-94',
    what: 'an operator option that is not a boolean',
    bad: app(conf({ 'kubernetes.operator.job.restart.failed': 'maybe' })),
    at: option('kubernetes.operator.job.restart.failed'),
    says: ['"maybe"', 'true or false'],
    good: app(conf({ 'kubernetes.operator.job.restart.failed': 'true' })),
  },
];

/** At least one row for every rule of the operator. */
export const OPERATOR_ROWS: readonly OperatorRow[] = [
  ...DEPLOYMENT,
  ...AUTOSCALING,
  ...SESSION_JOBS,
  ...SNAPSHOTS,
  ...READING,
  ...BLUE_GREEN,
  ...LATER,
];
