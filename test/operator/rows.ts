import { changed } from './fixtures';
import { type OperatorRulesOptions } from '../../src';
import { type OPERATOR_RULES } from '../../src/validation/rules/operator';

type Paths = { readonly [path: string]: unknown };

/** A resource, and what it is judged with. */
export type Judged = readonly [resource: unknown, options?: OperatorRulesOptions];

/** A fault of a resource, and the nearest resource that is right. */
export interface OperatorRow {
  readonly id: keyof typeof OPERATOR_RULES;
  readonly at: string;
  /** Words of the message, in this order. */
  readonly says: readonly string[];
  readonly bad: Judged;
  readonly good: Judged;
}

function row(id: OperatorRow['id'], at: string, says: readonly string[], bad: Judged, good: Judged): OperatorRow {
  return { id, at, says, bad, good };
}

const app = (paths?: Paths, options?: OperatorRulesOptions): Judged => [changed('application', paths), options];
const bare = (paths: Paths, without: string[], options?: OperatorRulesOptions): Judged => [
  changed('application', paths, without),
  options,
];
const session = (paths?: Paths, options?: OperatorRulesOptions): Judged => [changed('session', paths), options];
const job = (paths?: Paths, options?: OperatorRulesOptions): Judged => [changed('sessionJob', paths), options];
const snapshot = (paths?: Paths, options?: OperatorRulesOptions): Judged => [changed('snapshot', paths), options];
const blueGreen = (paths?: Paths, without?: string[]): Judged => [changed('blueGreen', paths, without)];
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

const DEPLOYMENT = [
  row(
    'FLK-OPR-01',
    'metadata.name',
    ['"My.Name"', 'at most 45', 'write my-name'],
    app({ 'metadata/name': 'My.Name' }),
    app({ 'metadata/name': 'my-name' }),
  ),
  row('FLK-OPR-02', 'spec.flinkVersion', ['must be told', 'v1_20'], bare({}, ['spec/flinkVersion']), app()),
  row(
    'FLK-OPR-03',
    'spec.flinkVersion',
    ['"v1_14"', '1.15 and newer'],
    app({ 'spec/flinkVersion': 'v1_14' }),
    app({ 'spec/flinkVersion': 'v1_19' }),
  ),
  row(
    'FLK-OPR-04',
    'spec.flinkVersion',
    ['under v1_19'],
    app(
      { ...CHECKPOINTS, 'spec/job/upgradeMode': 'last-state' },
      was({ 'spec/flinkVersion': 'v1_19', 'spec/job/upgradeMode': 'last-state', 'spec/job/state': 'suspended' }),
    ),
    app({}, was({ 'spec/flinkVersion': 'v1_19', 'spec/job/upgradeMode': 'last-state', 'spec/job/state': 'suspended' })),
  ),
  row(
    'FLK-OPR-05',
    option('kubernetes.cluster-id'),
    ['"x"', 'Fix: remove it'],
    app(conf({ 'kubernetes.cluster-id': 'x' })),
    app(),
  ),
  row(
    'FLK-OPR-06',
    option('kubernetes.operator.deployment.rollback.enabled'),
    ['high availability, which is off'],
    app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'true' })),
    app({ ...HA, ...conf({ 'kubernetes.operator.deployment.rollback.enabled': 'true' }) }),
  ),
  row(
    'FLK-OPR-07',
    option('kubernetes.operator.cluster.health-check.enabled'),
    ['health check restarts'],
    app(
      conf({
        'kubernetes.operator.cluster.health-check.enabled': 'true',
        'kubernetes.operator.jm-deployment-recovery.enabled': 'false',
      }),
    ),
    app(conf({ 'kubernetes.operator.cluster.health-check.enabled': 'true' })),
  ),
  row(
    'FLK-OPR-08',
    'spec.ingress.template',
    ['needs a template', '{{name}}.{{namespace}}'],
    app({ 'spec/ingress': { className: 'nginx' } }),
    app({ 'spec/ingress': { template: '{{name}}.example.com' } }),
  ),
  row(
    'FLK-OPR-09',
    'spec.ingress.template',
    ['"host:abc"', '"abc" is no port'],
    app({ 'spec/ingress': { template: 'host:abc' } }),
    app({ 'spec/ingress': { template: 'host:8080' } }),
  ),
  row(
    'FLK-OPR-10',
    'spec.logConfiguration.log4j.properties',
    ['log4j-console.properties'],
    app({ 'spec/logConfiguration': { 'log4j.properties': 'x' } }),
    app({ 'spec/logConfiguration': { 'log4j-console.properties': 'x' } }),
  ),
  row(
    'FLK-OPR-11',
    'spec.job.upgradeMode',
    ['"last-state"', 'execution.checkpointing.dir is not set'],
    app({ 'spec/job/upgradeMode': 'last-state' }),
    app({ ...CHECKPOINTS, 'spec/job/upgradeMode': 'last-state' }),
  ),
  row(
    'FLK-OPR-12',
    'spec.job.upgradeMode',
    ['need execution.checkpointing.savepoint-dir'],
    app({ ...CHECKPOINTS, 'spec/job/upgradeMode': 'savepoint' }),
    app({ ...CHECKPOINTS, ...SAVEPOINTS, 'spec/job/upgradeMode': 'savepoint' }),
  ),
  row(
    'FLK-OPR-13',
    'spec.job.savepointTriggerNonce',
    ['on request'],
    app({ 'spec/job/savepointTriggerNonce': 0 }),
    app({ ...SAVEPOINTS, 'spec/job/savepointTriggerNonce': 0 }),
  ),
  row(
    'FLK-OPR-14',
    option('kubernetes.operator.periodic.savepoint.interval'),
    ['"1h"', 'periodic'],
    app(conf({ 'kubernetes.operator.periodic.savepoint.interval': '1h' })),
    app({ ...SAVEPOINTS, ...conf({ 'kubernetes.operator.periodic.savepoint.interval': '1h' }) }),
  ),
  row(
    'FLK-OPR-15',
    option('kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age'),
    ['"1 h"', 'age of checkpoints'],
    app(conf({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' })),
    app({ ...SAVEPOINTS, ...conf({ 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age': '1 h' }) }),
  ),
  row(
    'FLK-OPR-16',
    'spec.taskManager.replicas',
    ['got 0'],
    app({ 'spec/taskManager/replicas': 0 }),
    app({ 'spec/taskManager/replicas': 1 }),
  ),
  row(
    'FLK-OPR-17',
    'spec.job.parallelism',
    ['got 0'],
    bare({}, ['spec/job/parallelism']),
    app({ 'spec/job/parallelism': 1 }),
  ),
  row(
    'FLK-OPR-18',
    'spec.jobManager.resource.memory',
    ['no memory', '2048m'],
    bare({}, ['spec/jobManager']),
    bare(conf({ 'jobmanager.memory.process.size': '2g' }), ['spec/jobManager']),
  ),
  row(
    'FLK-OPR-19',
    'spec.jobManager.resource.memory',
    ['"1.5g"', 'no fractions'],
    app({ 'spec/jobManager/resource/memory': '1.5g' }),
    app({ 'spec/jobManager/resource/memory': '1536m' }),
  ),
  row(
    'FLK-OPR-20',
    'spec.jobManager.replicas',
    ['got 0'],
    app({ 'spec/jobManager/replicas': null }),
    app({ 'spec/jobManager/replicas': 1 }),
  ),
  row(
    'FLK-OPR-21',
    'spec.jobManager.replicas',
    ['got 2', 'high availability'],
    app({ 'spec/jobManager/replicas': 2 }),
    app({ ...HA, 'spec/jobManager/replicas': 2 }),
  ),
  row(
    'FLK-OPR-22',
    'spec.taskManager.resource.memory',
    ['no memory', '2048m'],
    bare({}, ['spec/taskManager']),
    bare(conf({ 'taskmanager.memory.process.size': '2g' }), ['spec/taskManager']),
  ),
  row(
    'FLK-OPR-23',
    'spec.taskManager.resource.ephemeralStorage',
    ['"1gb"', 'no quantity'],
    app({ 'spec/taskManager/resource/ephemeralStorage': '1gb' }),
    app({ 'spec/taskManager/resource/ephemeralStorage': '1Gi' }),
  ),
  row(
    'FLK-OPR-24',
    'spec.taskManager.replicas',
    ['got -1'],
    session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': -1 }),
    session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': 1 }),
  ),
  row(
    'FLK-OPR-25',
    'spec.job',
    ['cannot become an application'],
    app({}, { previous: changed('session') }),
    app({}, was()),
  ),
  row(
    'FLK-OPR-26',
    'spec.job',
    ['cannot become a session'],
    session({}, was()),
    session({}, { previous: changed('session') }),
  ),
  row(
    'FLK-OPR-27',
    'spec.mode',
    ['"standalone"', 'a native cluster'],
    app({ 'spec/mode': 'standalone' }, was()),
    app({ 'spec/mode': 'native' }, was()),
  ),
  row(
    'FLK-OPR-28',
    'spec.mode',
    ['left out means native'],
    app({}, was({ 'spec/mode': 'standalone' })),
    app({ 'spec/mode': 'standalone' }, was({ 'spec/mode': 'standalone' })),
  ),
  row(
    'FLK-OPR-29',
    'spec.job.initialSavepointPath',
    ['which is empty'],
    app({ 'spec/job/savepointRedeployNonce': 1 }, was()),
    app({ 'spec/job/savepointRedeployNonce': 1, 'spec/job/initialSavepointPath': 's3://b/s/1' }, was()),
  ),
  row('FLK-OPR-30', 'spec.serviceAccount', ['flink'], bare({}, ['spec/serviceAccount']), app()),
  row(
    'FLK-OPR-31',
    'spec.job.upgradeMode',
    ['before operator 1.10'],
    app({ 'spec/flinkVersion': 'v1_18', 'spec/job/upgradeMode': 'last-state' }, on('1.7.0')),
    app(
      {
        ...HA,
        'spec/flinkVersion': 'v1_18',
        'spec/job/upgradeMode': 'last-state',
        ...conf({ 'state.checkpoints.dir': 's3://b/c' }),
      },
      on('1.7.0'),
    ),
  ),
];

const AUTOSCALING = [
  row(
    'FLK-OPR-32',
    option('job.autoscaler.scale-down.max-factor'),
    ['"-1"', 'from 0.0'],
    scaled('scale-down.max-factor', '-1'),
    scaled('scale-down.max-factor', '0'),
  ),
  row(
    'FLK-OPR-33',
    option('job.autoscaler.scale-up.max-factor'),
    ['"-1"'],
    scaled('scale-up.max-factor', '-1'),
    scaled('scale-up.max-factor', '2'),
  ),
  row(
    'FLK-OPR-34',
    option('job.autoscaler.utilization.target'),
    ['"1.1"', 'to 1.0'],
    scaled('utilization.target', '1.1'),
    scaled('utilization.target', '1'),
  ),
  row(
    'FLK-OPR-35',
    option('job.autoscaler.target.utilization.boundary'),
    ['"-1"'],
    scaled('target.utilization.boundary', '-1'),
    scaled('target.utilization.boundary', '1'),
  ),
  row(
    'FLK-OPR-36',
    option('job.autoscaler.utilization.max'),
    ['"0.6"', 'from 0.7'],
    scaled('utilization.max', '0.6'),
    scaled('utilization.max', '0.7'),
  ),
  row(
    'FLK-OPR-37',
    option('job.autoscaler.utilization.min'),
    ['"0.8"', 'to 0.7'],
    scaled('utilization.min', '0.8'),
    scaled('utilization.min', '0.7'),
  ),
  row(
    'FLK-OPR-38',
    option('job.autoscaler.observed-scalability.coefficient-min'),
    ['"0"', 'from 0.01'],
    scaled('observed-scalability.coefficient-min', '0'),
    scaled('observed-scalability.coefficient-min', '0.01'),
  ),
  row(
    'FLK-OPR-39',
    option('job.autoscaler.excluded.periods'),
    ['"a"', 'a part is neither'],
    scaled('excluded.periods', 'a'),
    scaled('excluded.periods', '9:30-11:30'),
  ),
  row(
    'FLK-OPR-40',
    option('job.autoscaler.scale-up.max-factor'),
    ['"much"', 'as a number'],
    scaled('scale-up.max-factor', 'much'),
    scaled('scale-up.max-factor', '1e3'),
  ),
  row(
    'FLK-OPR-41',
    option('job.autoscaler.memory.gc-pressure.threshold'),
    ['"2"', 'to 1.0'],
    scaled('memory.gc-pressure.threshold', '2', on('1.16.0')),
    scaled('memory.gc-pressure.threshold', '2'),
  ),
  row(
    'FLK-OPR-42',
    option('job.autoscaler.metrics.window'),
    ['"1 s"', 'shorter than 1 min'],
    scaled('metrics.window', '1 s', on('1.16.0')),
    scaled('metrics.window', '1 min', on('1.16.0')),
  ),
];

const SESSION_JOBS = [
  row('FLK-OPR-43', 'spec.deploymentName', ['"Basic"'], job({ 'spec/deploymentName': 'Basic' }), job()),
  row('FLK-OPR-44', 'spec.job', ['needs a job'], job({ 'spec/job': null }), job()),
  row(
    'FLK-OPR-45',
    'spec.deploymentName',
    ['away from basic'],
    job({ 'spec/deploymentName': 'other' }, { previous: changed('sessionJob') }),
    job({}, { previous: changed('sessionJob') }),
  ),
  row(
    'FLK-OPR-46',
    'spec.job.jarURI',
    ['"job.jar"', 'no scheme'],
    job({ 'spec/job/jarURI': 'job.jar' }),
    job({ 'spec/job/jarURI': 'job.jar' }, on('1.14.0')),
  ),
  row(
    'FLK-OPR-47',
    'spec.job.jarURI',
    ['by https only', 'separated by ";"'],
    job({ 'spec/job/jarURI': 's3://b/j.jar' }),
    job(
      { 'spec/job/jarURI': 's3://b/j.jar' },
      { operatorConfig: { 'kubernetes.operator.user.artifacts.allowed-schemes': 'https;s3' } },
    ),
  ),
  row(
    'FLK-OPR-48',
    'spec.job.jarURI',
    ['10.0.0.1 is an address inside'],
    job({ 'spec/job/jarURI': 'https://10.0.0.1/j.jar' }),
    job({ 'spec/job/jarURI': 'https://8.8.8.8/j.jar' }),
  ),
  row(
    'FLK-OPR-49',
    'spec.deploymentName',
    ['basic is an application cluster'],
    job({}, { session: changed('application') }),
    job({}, cluster()),
  ),
  row(
    'FLK-OPR-50',
    'spec.deploymentName',
    ['is called basic'],
    job({ 'spec/deploymentName': 'other' }, cluster()),
    job({}, cluster()),
  ),
  row(
    'FLK-OPR-51',
    'spec.job.upgradeMode',
    ['have no last-state'],
    job({ 'spec/job/upgradeMode': 'last-state' }, on('1.9.0')),
    job({ 'spec/job/upgradeMode': 'last-state' }, on('1.10.0')),
  ),
];

const SNAPSHOTS = [
  row(
    'FLK-OPR-52',
    'spec',
    ['either a checkpoint or a savepoint'],
    snapshot({ ...OF, 'spec/savepoint': {}, 'spec/checkpoint': {} }, target),
    snapshot({ ...OF, 'spec/savepoint': {} }, target),
  ),
  row(
    'FLK-OPR-53',
    'spec.jobReference',
    ['taken of a job'],
    snapshot({ 'spec/savepoint': {} }),
    snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }),
  ),
  row(
    'FLK-OPR-54',
    'spec.jobReference.name',
    ['"basic"', 'namespace flink'],
    snapshot({ ...OF, 'spec/savepoint': {} }),
    snapshot({ ...OF, 'spec/savepoint': {} }, target),
  ),
  row(
    'FLK-OPR-77',
    'spec.checkpoint',
    ['takes no checkpoints'],
    snapshot({ ...OF, 'spec/checkpoint': {} }, { target: changed('application', { 'spec/flinkVersion': 'v1_16' }) }),
    snapshot({ ...OF, 'spec/checkpoint': {} }, target),
  ),
  row(
    'FLK-OPR-78',
    'spec.savepoint.path',
    ['neither a path nor execution.checkpointing.savepoint-dir'],
    snapshot({ ...OF, 'spec/savepoint': {} }, { target: changed('application') }),
    snapshot({ ...OF, 'spec/savepoint': { path: 's3://b/s' } }, { target: changed('application') }),
  ),
  row(
    'FLK-OPR-86',
    'spec.savepoint.path',
    ['has a path'],
    snapshot({ 'spec/savepoint': { alreadyExists: true } }),
    snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }),
  ),
];

const READING = [
  row(
    'FLK-OPR-55',
    option('kubernetes.operator.deployment.rollback.enabled'),
    ['"yes"', 'true or false'],
    app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'yes' })),
    app(conf({ 'kubernetes.operator.deployment.rollback.enabled': 'FALSE' })),
  ),
  row(
    'FLK-OPR-56',
    'previous.spec.deploymentName',
    ['missing or null', 'create it anew'],
    job({}, { previous: changed('sessionJob', { 'spec/deploymentName': null }) }),
    job({}, { previous: changed('sessionJob') }),
  ),
  row(
    'FLK-OPR-56',
    'spec.deploymentName',
    ['missing or null', 'name of the FlinkDeployment'],
    job({ 'spec/deploymentName': null }),
    job(),
  ),
  row(
    'FLK-OPR-57',
    'kind',
    ['"FlinkStateSnapshot"', 'operator 1.9.0'],
    snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }, on('1.9.0')),
    snapshot({ 'spec/savepoint': { alreadyExists: true, path: 's3://b/s' } }, on('1.10.0')),
  ),
  row(
    'FLK-OPR-58',
    'spec.jobManager.resource.cpu',
    ['"500m"', 'such as 0.5'],
    app({ 'spec/jobManager/resource/cpu': '500m' }),
    app({ 'spec/jobManager/resource/cpu': '0.5' }),
  ),
  row(
    'FLK-OPR-59',
    'spec.jobManager.resources.requests.cpu',
    ['"0"', 'above 0'],
    app(requests('1Gi', '0', '1'), on('1.16.0')),
    app(requests('1Gi', '500m', '1'), on('1.16.0')),
  ),
  row(
    'FLK-OPR-60',
    'spec.jobManager.resources.requests.cpu',
    ['"2"', 'above the limit, 1'],
    app(requests('1Gi', '2', '1'), on('1.16.0')),
    app(requests('1Gi', '1', '1'), on('1.16.0')),
  ),
  row(
    'FLK-OPR-76',
    'spec.job.jarURI',
    ['opens no jar by s3'],
    app(jarOf('s3://b/a.jar', 'standalone', 'v1_20')),
    app(jarOf('s3://b/a.jar', 'native', 'v1_20')),
  ),
  row(
    'FLK-OPR-76',
    'spec.job.jarURI',
    ['operator 1.9.0 takes jars in the image only'],
    app(jarOf('s3://b/a.jar', 'native', 'v1_19'), on('1.9.0')),
    app(jarOf('s3://b/a.jar', 'native', 'v1_19'), on('1.10.0')),
  ),
  row(
    'FLK-OPR-76',
    'spec.job.jarURI',
    ['from 1.19 on'],
    app(jarOf('https://example.com/a.jar', 'native', 'v1_18'), on('1.12.1')),
    app(jarOf('https://example.com/a.jar', 'native', 'v1_19'), on('1.12.1')),
  ),
  row(
    'FLK-OPR-70',
    'spec.podTemplate.spec.initContainers[0].restartPolicy',
    ['operator 1.8.0 has no such field', 'operator 1.9 or newer'],
    app(SIDECAR, on('1.8.0')),
    app(SIDECAR, on('1.9.0')),
  ),
  row(
    'FLK-OPR-70',
    'spec.podTemplate.spec.resourceClaims[0].source',
    ['Fix: remove it'],
    app(CLAIM, on('1.13.0')),
    app(CLAIM, on('1.12.1')),
  ),
  row(
    'FLK-OPR-70',
    'spec.jobManager.podTemplate.spec.containers[0].imagee',
    ['no such field', 'write image'],
    app({ 'spec/jobManager/podTemplate': { spec: { containers: [{ name: 'a', imagee: 'b' }] } } }),
    app({
      'spec/jobManager/podTemplate': {
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { containers: [{ name: 'a', image: 'b' }] },
      },
    }),
  ),
  row(
    'FLK-OPR-95',
    'spec.podTemplate.spec.containers[0].env[0].value',
    ['got 1', 'a text'],
    app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a', env: [{ name: 'A', value: 1 }] }] } } }),
    app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a', env: [{ name: 'A', value: '1' }] }] } } }),
  ),
  row(
    'FLK-OPR-95',
    'spec.podTemplate.spec.imagePullSecrets[0]',
    ['wants a map here'],
    app({ 'spec/podTemplate': { spec: { imagePullSecrets: ['registry'] } } }),
    app({ 'spec/podTemplate': { spec: { imagePullSecrets: [{ name: 'registry' }] } } }),
  ),
  row(
    'FLK-OPR-58',
    'spec.podTemplate.spec.containers',
    ['a list'],
    app({ 'spec/podTemplate': { spec: { containers: 'a' } } }),
    app({ 'spec/podTemplate': { spec: { containers: [{ name: 'a' }] } } }),
  ),
  row(
    'FLK-OPR-70',
    'spec.job.mainClass',
    ['no such field'],
    app({ 'spec/job/mainClass': 'a.B' }),
    app({ 'spec/job/entryClass': 'a.B' }),
  ),
  row('FLK-OPR-71', option('a.b'), ['the text "null"'], app(conf({ 'a.b': null })), app(conf({ 'a.b': '' }))),
  row('FLK-OPR-72', option('a'), ['separators'], app(conf({ a: [{ x: 1 }, { y: 2 }] })), app(conf({ a: ['x', 'y'] }))),
  row(
    'FLK-OPR-73',
    option('a.b'),
    ['both nested and flat'],
    app(conf({ 'a.b': 1, a: { b: 2 } })),
    app(conf({ 'a.b': 1, a: { c: 2 } })),
  ),
];

const BLUE_GREEN = [
  row(
    'FLK-OPR-61',
    'metadata.name',
    [`${'b'.repeat(40)}-green`, 'at most 39'],
    blueGreen({ 'metadata/name': 'b'.repeat(40) }),
    blueGreen({ 'metadata/name': 'b'.repeat(39) }),
  ),
  row(
    'FLK-OPR-62',
    'spec.template.spec.job',
    ['fails without a message'],
    blueGreen({}, ['spec/template/spec/job']),
    blueGreen(),
  ),
  row(
    'FLK-OPR-63',
    'spec.template.spec.job.upgradeMode',
    ['"last-state"', 'takes a savepoint'],
    blueGreen({ 'spec/template/spec/job/upgradeMode': 'last-state' }, [
      'spec/template/spec/flinkConfiguration/execution.checkpointing.savepoint-dir',
    ]),
    blueGreen({ 'spec/template/spec/job/upgradeMode': 'last-state' }),
  ),
  row(
    'FLK-OPR-64',
    'spec.template.metadata',
    ['never reads it'],
    blueGreen({ 'spec/template/metadata': { labels: { a: 'b' } } }),
    blueGreen({ 'spec/template/metadata': {} }),
  ),
  row(
    'FLK-OPR-65',
    'spec.template.spec.ingress.template',
    ['"/{{name}}"', 'http://blue-/bg-blue'],
    blueGreen({ 'spec/template/spec/ingress': { template: '/{{name}}' } }),
    blueGreen({ 'spec/ingress': { template: '/{{name}}' } }),
  ),
  row(
    'FLK-OPR-66',
    'spec.configuration.kubernetes.operator.bluegreen.abort.grace-period',
    ['"PT10M"'],
    blueGreen({ 'spec/configuration': { 'kubernetes.operator.bluegreen.abort.grace-period': 'PT10M' } }),
    blueGreen({ 'spec/configuration': { 'kubernetes.operator.bluegreen.abort.grace-period': '10 min' } }),
  ),
];

const LATER = [
  row(
    'FLK-OPR-74',
    option('high-availability'),
    ['"kubernetes"', 'prefix of high-availability.storageDir'],
    app({
      'spec/flinkVersion': 'v2_0',
      ...conf({ 'high-availability': 'kubernetes', 'high-availability.storageDir': 's3://b/h' }),
    }),
    app({ 'spec/flinkVersion': 'v2_0', ...HA }),
  ),
  row(
    'FLK-OPR-75',
    'spec.imagePullPolicy',
    ['"always"'],
    app({ 'spec/imagePullPolicy': 'always' }),
    app({ 'spec/imagePullPolicy': 'Always' }),
  ),
  row(
    'FLK-OPR-76',
    'spec.job.jarURI',
    ['"/opt/x.jar"', 'needs a scheme'],
    app({ 'spec/mode': 'standalone', 'spec/job/jarURI': '/opt/x.jar' }),
    app({ 'spec/job/jarURI': '/opt/x.jar' }),
  ),
  row(
    'FLK-OPR-79',
    option('taskmanager.rpc.port'),
    ['"0"', 'fixed port'],
    app({ 'spec/mode': 'standalone', ...conf({ 'taskmanager.rpc.port': '0' }) }),
    app(conf({ 'taskmanager.rpc.port': '0' })),
  ),
  row(
    'FLK-OPR-80',
    'spec.mode',
    ['--host'],
    app({ ...HA, 'spec/mode': 'standalone', 'spec/flinkVersion': 'v2_0' }),
    app({ ...HA, 'spec/mode': 'standalone', 'spec/flinkVersion': 'v2_0' }, on('1.16.0')),
  ),
  row(
    'FLK-OPR-81',
    'spec.job.state',
    ['creates nothing'],
    app({ 'spec/job/state': 'suspended' }),
    app({ 'spec/job/state': 'suspended' }, was()),
  ),
  row(
    'FLK-OPR-82',
    'spec.taskManager.replicas',
    ['ignores the number'],
    session({ 'spec/taskManager/replicas': 2 }),
    session({ 'spec/mode': 'standalone', 'spec/taskManager/replicas': 2 }),
  ),
  row(
    'FLK-OPR-83',
    option('kubernetes.operator.watched.namespaces'),
    ['own configuration only'],
    app(conf({ 'kubernetes.operator.watched.namespaces': 'flink' })),
    app({}, { operatorConfig: { 'kubernetes.operator.watched.namespaces': 'flink' } }),
  ),
  row(
    'FLK-OPR-84',
    'spec.jobManager.resource.memory',
    ['"100m"', 'would not start'],
    app({ 'spec/jobManager/resource/memory': '100m' }),
    app({ 'spec/jobManager/resource/memory': '1g' }),
  ),
  row(
    'FLK-OPR-85',
    option('parallelism.default'),
    ['"9"', 'spec.job.parallelism sets'],
    app(conf({ 'parallelism.default': '9' })),
    app(conf({ 'parallelism.default': '2' })),
  ),
  row(
    'FLK-OPR-87',
    'spec.ingress.template',
    ['blanks'],
    app({ 'spec/ingress': { template: '{{ name }}.example.com' } }),
    app({ 'spec/ingress': { template: '{{Name}}.example.com' } }),
  ),
  row(
    'FLK-OPR-88',
    'spec.flinkVersion',
    ['"v2_3"', 'ends at v2_2'],
    app({ 'spec/flinkVersion': 'v2_3' }),
    app({ 'spec/flinkVersion': 'v2_3' }, on('1.16.0')),
  ),
  row(
    'FLK-OPR-89',
    option('high-availability.type'),
    ['"kubernets"', 'counts as switched on'],
    app(conf({ 'high-availability.type': 'kubernets' })),
    app(conf({ 'high-availability.type': 'org.example.Factory' })),
  ),
  row('FLK-OPR-90', 'metadata.name', ['"UPPER"'], job({ 'metadata/name': 'UPPER' }), job({ 'metadata/name': 'lower' })),
  row(
    'FLK-OPR-91',
    'spec.jobManager.resource.cpu',
    ['got 0'],
    app({ 'spec/jobManager/resource/cpu': 0 }),
    app({ 'spec/jobManager/resource/cpu': 0.5 }),
  ),
  row(
    'FLK-OPR-92',
    'spec.flinkVersion',
    ['"v1_16"', 'deprecated'],
    app({ 'spec/flinkVersion': 'v1_16' }),
    app({ 'spec/flinkVersion': 'v1_19' }),
  ),
  row(
    'FLK-OPR-93',
    option('job.autoscaler.utilization.max'),
    ['operator 1.10.0 has no such option'],
    app(conf({ 'job.autoscaler.utilization.max': '0.9' }), on('1.10.0')),
    app(conf({ 'job.autoscaler.utilization.max': '0.9' }), on('1.12.1')),
  ),
  row(
    'FLK-OPR-93',
    option('job.autoscaler.excluded.periods'),
    ['operator 1.7.0 has no such option'],
    app({ 'spec/flinkVersion': 'v1_18', ...conf({ 'job.autoscaler.excluded.periods': '9:30-11:30' }) }, on('1.7.0')),
    app({ 'spec/flinkVersion': 'v1_18', ...conf({ 'job.autoscaler.excluded.periods': '9:30-11:30' }) }, on('1.8.0')),
  ),
  row(
    'FLK-OPR-93',
    option('job.autoscaler.utilization.mex'),
    ['write job.autoscaler.utilization.max'],
    app(conf({ 'job.autoscaler.utilization.mex': '0.9' })),
    app(conf({ 'job.autoscaler.utilization.max': '0.9' })),
  ),
  row(
    'FLK-OPR-93',
    option('kubernetes.operator.job.restart.faled'),
    ['kubernetes.operator.job.restart.failed'],
    app(conf({ 'kubernetes.operator.job.restart.faled': 'true' })),
    app(conf({ 'kubernetes.operator.job.restart.failed': 'true' })),
  ),
  row(
    'FLK-OPR-94',
    option('kubernetes.operator.job.restart.failed'),
    ['"maybe"', 'true or false'],
    app(conf({ 'kubernetes.operator.job.restart.failed': 'maybe' })),
    app(conf({ 'kubernetes.operator.job.restart.failed': 'true' })),
  ),
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
