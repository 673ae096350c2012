import { DeploymentMode, FlinkFile, FlinkSessionCluster, FlinkVersion } from '../../../src';
import { allKeys, releaseCount, releaseLine } from '../../../src/configuration/catalogue/catalogue-text';
import { lookup } from '../../../src/configuration/catalogue/lookup';
import { manifests, newChart } from '../../support/synth';

const LINES = Array.from({ length: releaseCount() }, (_, index) => releaseLine(index));
const KEYS = allKeys().filter((key) => key.startsWith('kubernetes.') && !/^kubernetes\.operator\.|</.test(key));
const TEMPLATE = '/client/template.yaml';

/** For each option, a value that changes the objects that Flink's client creates. */
const CHANGES: { readonly [key: string]: string } = {
  'kubernetes.container-start-command-template': 'exec %java% %class%',
  'kubernetes.container.image': 'registry.example.org/flink:1',
  'kubernetes.container.image.pull-policy': 'Always',
  'kubernetes.container.image.pull-secrets': 'registry',
  'kubernetes.container.image.ref': 'registry.example.org/flink:1',
  'kubernetes.decorator.hadoop-conf-mount.enabled': 'false',
  'kubernetes.decorator.kerberos-mount.enabled': 'false',
  'kubernetes.entry.path': '/entry.sh',
  'kubernetes.env.secretKeyRef': 'env:A,secret:s,key:k',
  'kubernetes.flink.conf.dir': '/etc/flink',
  'kubernetes.flink.log.dir': '/var/log/flink',
  'kubernetes.hadoop.conf.config-map.name': 'hadoop',
  'kubernetes.hostnetwork.enabled': 'true',
  'kubernetes.internal-service.annotations': 'a:b',
  'kubernetes.internal-service.labels': 'a:b',
  'kubernetes.jobmanager.annotations': 'a:b',
  'kubernetes.jobmanager.cpu': '2',
  'kubernetes.jobmanager.cpu.amount': '2',
  'kubernetes.jobmanager.cpu.limit-factor': '2',
  'kubernetes.jobmanager.entrypoint.args': '-x',
  'kubernetes.jobmanager.labels': 'a:b',
  'kubernetes.jobmanager.memory.limit-factor': '2',
  'kubernetes.jobmanager.node-selector': 'a:b',
  'kubernetes.jobmanager.owner.reference': 'apiVersion:v1,kind:ConfigMap,name:a,uid:b',
  'kubernetes.jobmanager.replicas': '2',
  'kubernetes.jobmanager.service-account': 'account',
  'kubernetes.jobmanager.tolerations': 'key:a,operator:Exists',
  'kubernetes.persistent-volume-claim-read-only': 'true',
  'kubernetes.persistent-volume-claims': 'data:/data',
  'kubernetes.pod-template-file': TEMPLATE,
  'kubernetes.pod-template-file.default': TEMPLATE,
  'kubernetes.pod-template-file.jobmanager': TEMPLATE,
  'kubernetes.pod-template-file.taskmanager': TEMPLATE,
  'kubernetes.rest-service.annotations': 'a:b',
  'kubernetes.rest-service.exposed.type': 'NodePort',
  'kubernetes.rest-service.labels': 'a:b',
  'kubernetes.secrets': 's:/secret',
  'kubernetes.service-account': 'account',
  'kubernetes.taskmanager.annotations': 'a:b',
  'kubernetes.taskmanager.cpu': '2',
  'kubernetes.taskmanager.cpu.amount': '2',
  'kubernetes.taskmanager.cpu.limit-factor': '2',
  'kubernetes.taskmanager.entrypoint.args': '-x',
  'kubernetes.taskmanager.labels': 'a:b',
  'kubernetes.taskmanager.memory.limit-factor': '2',
  'kubernetes.taskmanager.node-selector': 'a:b',
  'kubernetes.taskmanager.service-account': 'account',
  'kubernetes.taskmanager.tolerations': 'key:a,operator:Exists',
};

/** Options that change only the configuration that Flink reads, each with a value and the reason. */
const CHANGE_NOTHING: { readonly [key: string]: readonly [value: string, reason: string] } = {
  'kubernetes.artifacts.local-upload-enabled': ['false', "uploads are the client's, at submission"],
  'kubernetes.artifacts.local-upload-overwrite': ['true', "uploads are the client's, at submission"],
  'kubernetes.artifacts.local-upload-target': ['s3://bucket/jars', "uploads are the client's, at submission"],
  'kubernetes.client.io-pool.size': ['8', 'how Flink talks to the API server'],
  'kubernetes.client.user-agent': ['own', 'how Flink talks to the API server'],
  'kubernetes.cluster-id': ['flink', 'the property clusterName'],
  'kubernetes.config.file': ['/client/kubeconfig', 'how the client reaches the API server'],
  'kubernetes.context': ['own', 'how the client reaches the API server'],
  'kubernetes.internal.jobmanager.entrypoint.class': ['Own', 'the client overwrites it'],
  'kubernetes.namespace': ['streaming', 'the property namespace'],
  'kubernetes.node-name-label': ['host', 'nodes are blocked at run time'],
  'kubernetes.rest-service.exposed.node-port-address-type': ['ExternalIP', 'which address the client prints'],
  'kubernetes.transactional-operation.initial-retry-delay': ['1 s', 'high availability at run time'],
  'kubernetes.transactional-operation.max-retries': ['9', 'high availability at run time'],
  'kubernetes.transactional-operation.max-retry-delay': ['1 s', 'high availability at run time'],
};

/** Options that other options require. */
const TOGETHER: { readonly [key: string]: { readonly [key: string]: string } } = {
  'kubernetes.jobmanager.replicas': { 'high-availability.type': 'zookeeper', 'high-availability': 'zookeeper' },
  'kubernetes.persistent-volume-claim-read-only': { 'kubernetes.persistent-volume-claims': 'data:/data' },
};

/** All results apart from the configuration file: the objects that Flink's client creates, and the TaskManager pod. */
function created(line: string, options: { readonly [key: string]: string }): string {
  const version = FlinkVersion.of(line);
  const entries = Object.entries({
    'jobmanager.memory.process.size': '1600m',
    'taskmanager.memory.process.size': '1728m',
    'taskmanager.numberOfTaskSlots': '3',
    'security.kerberos.login.keytab': '/client/keytab',
    'security.kerberos.login.principal': 'flink@EXAMPLE.ORG',
    ...options,
  }).filter(([key]) => key !== (version._isAtLeast('1.17') ? 'high-availability' : 'high-availability.type'));
  const flink = new FlinkSessionCluster(newChart(), 'Flink', {
    version,
    clusterName: 'flink',
    namespace: 'streaming',
    configuration: Object.fromEntries(entries),
    mode: DeploymentMode.native({
      parity: true,
      confDir: [FlinkFile.fromText('log4j-console.properties', 'rootLogger.level = INFO\n')],
      hadoopConfDir: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
      clientFiles: {
        '/client/keytab': FlinkFile.fromText('keytab', 'x'),
        [TEMPLATE]: FlinkFile.fromText('template.yaml', 'kind: Pod\nspec: {containers: [], priorityClassName: high}\n'),
      },
    }),
  });
  const all = manifests(flink).map((object: any) =>
    object.metadata.name === 'flink-config-flink' ? object.metadata : object,
  );
  return JSON.stringify([all, flink.taskManager.previewPod()]);
}

describe.each(LINES)('options of Flink %s about Kubernetes', (line) => {
  const known = KEYS.filter((key) => lookup(key, FlinkVersion.of(line)) !== undefined);

  test('change the created objects, with listed exceptions', () => {
    const changesNothing = (key: string): boolean =>
      created(line, TOGETHER[key] ?? {}) === created(line, { ...TOGETHER[key], [key]: CHANGES[key]! });
    expect(known.filter((key) => CHANGE_NOTHING[key] === undefined && changesNothing(key))).toEqual([]);
  });

  test('are listed as exceptions only if they change nothing', () => {
    const plain = created(line, {});
    expect(
      known.filter(
        (key) => CHANGE_NOTHING[key] !== undefined && created(line, { [key]: CHANGE_NOTHING[key][0] }) !== plain,
      ),
    ).toEqual([]);
  });
});

test('every Kubernetes option of any release is in one of the two tables, and no other option is', () => {
  expect([...Object.keys(CHANGES), ...Object.keys(CHANGE_NOTHING)].sort()).toEqual([...KEYS].sort());
});
