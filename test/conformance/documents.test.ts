const ALLOWED: any[] = require('../../conformance/documents/allowed');
const {
  compareDocument,
  compareUndocumented,
  inVersions,
  matchesPath,
  unusedRules,
} = require('../../conformance/documents/compare');

const CONTEXT = { version: '1.17', file: 'taskmanager-session-deployment' };
const NO_RULES = { allowed: [], additions: [] };

/** `type path` of what is left after the rules. */
function found(documented: any, ours: any, rules: any = NO_RULES, context: any = CONTEXT): string[] {
  return compareDocument(documented, ours, rules, context).differences.map(
    (difference: any) => `${difference.type} ${difference.path}`,
  );
}

function pod(container: any): any {
  return { kind: 'Deployment', spec: { template: { spec: { containers: [{ name: 'main', ...container }] } } } };
}

const configMap = (name: string, text: string) => ({ kind: 'ConfigMap', data: { [name]: text } });
const service = (spec: any) => ({ kind: 'Service', spec });

const MAIN = 'Deployment.spec.template.spec.containers[main]';

describe('maps', () => {
  test('equal documents have no differences, whatever the order of keys', () => {
    expect(
      found({ kind: 'Service', spec: { a: 1, b: { c: 'x' } } }, { spec: { b: { c: 'x' }, a: 1 }, kind: 'Service' }),
    ).toEqual([]);
  });

  test.each([
    ['a missing field', service({ type: 'NodePort' }), service({}), ['missing Service.spec.type']],
    [
      'a missing map, once',
      service({ selector: { app: 'flink', component: 'a' } }),
      service({}),
      ['missing Service.spec.selector'],
    ],
    ['another value', service({ type: 'NodePort' }), service({ type: 'ClusterIP' }), ['different Service.spec.type']],
    ['a number as a text', service({ replicas: 1 }), service({ replicas: '1' }), ['different Service.spec.replicas']],
    ['a map where a scalar is', service({ port: 1 }), service({ port: { value: 1 } }), ['different Service.spec.port']],
    ['another kind', service({}), { ...service({}), kind: 'Deployment' }, ['different Service.kind']],
    ['no document at all', service({}), undefined, ['missing Service']],
  ])('%s is told', (_, documented, ours, differences) => {
    expect(found(documented, ours)).toEqual(differences);
  });

  test('every leaf of an addition is told', () => {
    const ours = {
      kind: 'Service',
      metadata: { labels: { 'app.kubernetes.io/name': 'flink', app: 'flink' } },
      spec: { empty: {}, ports: [{ port: 1 }] },
    };
    expect(found({ kind: 'Service' }, ours)).toEqual([
      'added Service.metadata.labels[app.kubernetes.io/name]',
      'added Service.metadata.labels.app',
      'added Service.spec.empty',
      'added Service.spec.ports[1].port',
    ]);
  });

  test('an undefined field of ours is no addition', () => {
    expect(found(service({}), service({ type: undefined }))).toEqual([]);
  });
});

describe('lists', () => {
  test.each([
    [
      'named maps',
      'containers',
      [
        { name: 'a', x: 1 },
        { name: 'b', x: 2 },
      ],
    ],
    [
      'container ports',
      'ports',
      [
        { name: 'x', containerPort: 1 },
        { name: 'x', containerPort: 2 },
      ],
    ],
    [
      'service ports',
      'ports',
      [
        { name: 'x', port: 1 },
        { name: 'x', port: 2 },
      ],
    ],
    [
      'volume mounts',
      'volumeMounts',
      [
        { name: 'x', mountPath: '/a' },
        { name: 'x', mountPath: '/b' },
      ],
    ],
    [
      'environment variables',
      'env',
      [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    ],
    [
      'items',
      'items',
      [
        { key: 'a', path: 'x' },
        { key: 'b', path: 'x' },
      ],
    ],
    ['claim templates', 'volumeClaimTemplates', [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }]],
  ])('the order of %s does not matter', (_, name, list) => {
    expect(found({ kind: 'Pod', [name]: list }, { kind: 'Pod', [name]: [...list].reverse() })).toEqual([]);
  });

  test('an element is found by its key, and its fields are compared', () => {
    const documented = pod({
      ports: [
        { containerPort: 6122, name: 'rpc' },
        { containerPort: 6125, name: 'query-state' },
      ],
    });
    const ours = pod({
      ports: [
        { containerPort: 6121, name: 'data' },
        { containerPort: 6122, name: 'x' },
      ],
    });
    expect(found(documented, ours)).toEqual([
      `different ${MAIN}.ports[6122].name`,
      `missing ${MAIN}.ports[6125]`,
      `added ${MAIN}.ports[6121].containerPort`,
      `added ${MAIN}.ports[6121].name`,
    ]);
  });

  test.each([
    ['another order of arguments', ['a', 'b'], ['b', 'a']],
    ['one argument more', ['a'], ['a', 'b']],
    ['one argument less', ['a', 'b'], ['a']],
  ])('%s is one difference', (_, documented, ours) => {
    expect(found(pod({ args: documented }), pod({ args: ours }))).toEqual([`different ${MAIN}.args`]);
  });

  test('maps without a key go by position and length', () => {
    const rule = (...verbs: string[]) => ({ kind: 'Role', rules: verbs.map((verb) => ({ verbs: [verb] })) });
    expect(found(rule('get', 'list'), rule('get', 'list'))).toEqual([]);
    expect(found(rule('get', 'list'), rule('get', 'watch'))).toEqual(['different Role.rules[1].verbs']);
    expect(found(rule('get'), rule('get', 'list'))).toEqual(['different Role.rules']);
  });

  test('two elements with one key go by position', () => {
    const documented = pod({
      ports: [
        { containerPort: 1, protocol: 'TCP' },
        { containerPort: 1, protocol: 'UDP' },
      ],
    });
    const ours = pod({
      ports: [
        { containerPort: 1, protocol: 'TCP' },
        { containerPort: 1, protocol: 'SCTP' },
      ],
    });
    expect(found(documented, documented)).toEqual([]);
    expect(found(documented, ours)).toEqual([`different ${MAIN}.ports[1].protocol`]);
  });
});

describe('configuration texts', () => {
  const same: [string, string, string, string][] = [
    [
      'order, comments and blank lines of flink-conf.yaml',
      'flink-conf.yaml',
      '# c\na.b: 1\n\nc: d # why\n',
      'c: d\na.b:   1',
    ],
    ['the last of equal keys in flink-conf.yaml', 'flink-conf.yaml', 'a: 1\na: 2', 'a: 2'],
    ['lines that flink-conf.yaml does not read', 'flink-conf.yaml', 'a: 1\nb:2\nc:', 'a: 1'],
    ['nesting of config.yaml', 'config.yaml', 'a.b: 1\na.c: x\n', 'a:\n  c: x\n  b: 1\n'],
    ['quotes of config.yaml', 'config.yaml', 'a: 2\nb: x', 'a: \'2\'\nb: "x"'],
    [
      'spaces around the signs of properties',
      'log4j-console.properties',
      'a.b= x\n# c\nc.d = 100MB\n',
      'a.b = x\nc.d=100MB',
    ],
  ];
  test.each(same)('%s do not matter', (_, name, documented, ours) => {
    expect(found(configMap(name, documented), configMap(name, ours))).toEqual([]);
  });

  const different: [string, string, string, string, string[]][] = [
    [
      'another value of flink-conf.yaml',
      'flink-conf.yaml',
      'a.b: 1',
      'a.b: 2',
      ['different ConfigMap.data[flink-conf.yaml][a.b]'],
    ],
    [
      'a value behind a colon without a space',
      'flink-conf.yaml',
      'a: b:c',
      'a: b:d',
      ['different ConfigMap.data[flink-conf.yaml].a'],
    ],
    [
      'a missing and an added key of config.yaml',
      'config.yaml',
      'a.b: 1',
      'a: {c: 1}',
      ['missing ConfigMap.data[config.yaml][a.b]', 'added ConfigMap.data[config.yaml][a.c]'],
    ],
    ['another spelling of a number', 'config.yaml', 'a: 1.0', 'a: 1', ['different ConfigMap.data[config.yaml].a']],
    ['a list of config.yaml', 'config.yaml', 'a: [x, y]', 'a: [y, x]', ['different ConfigMap.data[config.yaml].a']],
    [
      'another value of properties',
      'a.properties',
      'x = %d{a=b}',
      'x = %d{a=c}',
      ['different ConfigMap.data[a.properties].x'],
    ],
    [
      'another text of a file that nothing reads',
      'core-site.xml',
      '<a/>',
      '<a />',
      ['different ConfigMap.data[core-site.xml]'],
    ],
    ['text that is not a map', 'config.yaml', 'a: 1', 'just text', ['different ConfigMap.data[config.yaml]']],
  ];
  test.each(different)('%s is told', (_, name, documented, ours, differences) => {
    expect(found(configMap(name, documented), configMap(name, ours))).toEqual(differences);
  });

  test('a file under another name is told', () => {
    expect(found(configMap('config.yaml', 'a: 1'), configMap('flink-conf.yaml', 'a: 1'))).toEqual([
      'missing ConfigMap.data[config.yaml]',
      'added ConfigMap.data[flink-conf.yaml].a',
    ]);
  });
});

describe('rules', () => {
  const documented = service({ type: 'NodePort', ports: [{ port: 8081 }] });
  const ours = service({ type: 'ClusterIP', ports: [{ port: 8081, protocol: 'TCP' }] });
  const type = { versions: '*', path: 'Service.spec.type', reason: 'r' };
  const protocol = { path: 'Service.spec.ports[*].protocol', reason: 'r' };

  test('a rule takes its difference away and counts as used', () => {
    const { differences, used } = compareDocument(
      documented,
      ours,
      { allowed: [type], additions: [protocol] },
      CONTEXT,
    );
    expect(differences).toEqual([]);
    expect(used).toEqual(new Set([type, protocol]));
  });

  test('what we lack is not covered by a rule about what we add, nor the reverse', () => {
    expect(found(documented, ours, { allowed: [protocol], additions: [type] })).toEqual([
      'different Service.spec.type',
      'added Service.spec.ports[8081].protocol',
    ]);
  });

  test.each([
    ['of another version', { ...type, versions: '1.18-' }],
    ['of another file', { ...type, files: ['jobmanager-*'] }],
    ['of other values', { ...type, accepts: (_: any, value: any) => value === 'LoadBalancer' }],
    ['of another path', { ...type, path: 'Service.spec.*.type' }],
  ])('a rule %s does not count', (_, rule) => {
    const result = compareDocument(
      service({ type: 'NodePort' }),
      service({ type: 'ClusterIP' }),
      { allowed: [rule], additions: [] },
      CONTEXT,
    );
    expect(result.differences).toHaveLength(1);
    expect(result.used.size).toBe(0);
  });

  test('an object beyond the documents needs a rule', () => {
    const account = { kind: 'ServiceAccount', metadata: { name: 'flink-jobmanager' } };
    const rule = { path: 'ServiceAccount[flink-*]', reason: 'r' };
    expect(compareUndocumented([account], NO_RULES, CONTEXT).differences).toEqual([
      { type: 'added', path: 'ServiceAccount[flink-jobmanager]' },
    ]);
    expect(compareUndocumented([account], { allowed: [], additions: [rule] }, CONTEXT)).toEqual({
      differences: [],
      used: new Set([rule]),
    });
  });

  test('an unused rule is told only when it concerns a compared document', () => {
    const [used, unused, later, elsewhere] = [
      { path: 'a' },
      { path: 'b' },
      { path: 'c', versions: '2.0-' },
      { path: 'd', files: ['jobmanager-job'] },
    ];
    expect(unusedRules({ allowed: [used, later], additions: [unused, elsewhere] }, new Set([used]), [CONTEXT])).toEqual(
      [unused],
    );
    expect(unusedRules({ allowed: [used, later], additions: [unused, elsewhere] }, new Set([used]), [])).toEqual([]);
  });

  test.each([
    ['*', '2.2', true],
    ['1.16', '1.16', true],
    ['1.16', '1.17', false],
    ['1.11-1.17', '1.11', true],
    ['1.11-1.17', '1.17', true],
    ['1.11-1.17', '1.18', false],
    ['1.9-1.17', '1.10', true],
    ['1.18-', '2.0', true],
    ['1.18-', '1.17', false],
    ['1.20-2.1', '2.0', true],
  ])('the range %s and the version %s: %s', (range, version, expected) => {
    expect(inVersions(range, version)).toBe(expected);
  });

  test.each([
    ['Service.spec.type', 'Service.spec.type', true],
    ['Service.spec.type', 'Service.spec.types', false],
    ['Service.spec', 'Service.spec.type', false],
    ['Service.*.type', 'Service.spec.type', true],
    ['Service.*', 'Service.spec.type', false],
    ['Service.**', 'Service.spec.type', true],
    ['**.type', 'Service.spec.type', true],
    ['**.spec', 'Service.spec.type', false],
    ['A.labels[app.kubernetes.io/*]', 'A.labels[app.kubernetes.io/name]', true],
    ['A.labels[app.kubernetes.io/*]', 'A.labels[appXkubernetesXio/name]', false],
    ['A.mounts[*].mountPath', 'A.mounts[/opt/flink/conf].mountPath', true],
  ])('the pattern %s and the path %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});

describe('what may differ from the documents', () => {
  const rules = { allowed: ALLOWED, additions: [] };

  test.each([
    [
      'an image with a registry path and a Scala suffix',
      { image: 'apache/flink:1.17.2-scala_2.12' },
      { image: 'flink:1.17.2' },
    ],
    ['another patch of the image', { image: 'flink:1.17.1' }, { image: 'flink:1.17.2' }],
    [
      'a trailing slash of a mount path',
      { volumeMounts: [{ mountPath: '/a/' }] },
      { volumeMounts: [{ mountPath: '/a' }] },
    ],
  ])('%s', (_, documented, ours) => {
    expect(found(pod(documented), pod(ours), rules)).toEqual([]);
  });

  test.each([
    ['another minor version of the image', { image: 'flink:1.17.2' }, { image: 'flink:1.16.3' }, 'different'],
    ['a longer minor version of the image', { image: 'flink:1.17.2' }, { image: 'flink:1.170.2' }, 'different'],
    ['another repository of the image', { image: 'apache/flink:1.17.2' }, { image: 'flink-ml:1.17.2' }, 'different'],
    ['no image', { image: 'flink:1.17.2' }, {}, 'missing'],
    [
      'another mount path',
      { volumeMounts: [{ mountPath: '/a/' }] },
      { volumeMounts: [{ mountPath: '/a/b' }] },
      'missing',
    ],
    ['a null where no rule speaks', { command: null }, {}, 'missing'],
  ])('but not %s', (_, documented, ours, type) => {
    expect(found(pod(documented), pod(ours), rules)[0]).toMatch(
      new RegExp(`^${type} ${MAIN.replace(/[.[\]]/g, '\\$&')}`),
    );
  });

  test('an `env` without a value, whose place we may leave empty; what we put there is an addition', () => {
    const context = { version: '1.17', file: 'taskmanager-job-deployment' };
    expect(found(pod({ env: null }), pod({}), rules, context)).toEqual([]);
    expect(found(pod({ env: null }), pod({ env: [{ name: 'A', value: '1' }] }), rules, context)).toEqual([
      `added ${MAIN}.env[A].name`,
      `added ${MAIN}.env[A].value`,
    ]);
  });

  test('the name of the ServiceAccount with high availability', () => {
    const account = (serviceAccountName: string) => ({
      kind: 'Deployment',
      spec: { template: { spec: { serviceAccountName } } },
    });
    const context = { version: '1.17', file: 'jobmanager-session-deployment-ha' };
    expect(found(account('flink-service-account'), account('flink-jobmanager'), rules, context)).toEqual([]);
    expect(found(account('flink-service-account'), account('default'), rules, context)).toHaveLength(1);
    const without = { version: '1.17', file: 'jobmanager-session-deployment-non-ha' };
    expect(found(account('flink-service-account'), account('flink-jobmanager'), rules, without)).toHaveLength(1);
  });

  test('`--host`, when a dynamic option gives the address and nothing else changes', () => {
    const job = (...args: string[]) => ({
      kind: 'Job',
      spec: { template: { spec: { containers: [{ name: 'jobmanager', args }] } } },
    });
    const context = { version: '2.2', file: 'jobmanager-application-ha' };
    const documented = job('standalone-job', '--host', '$(POD_IP)', '--job-classname', 'A');
    const address = ['-D', 'jobmanager.rpc.address=$(POD_IP)'];
    expect(found(documented, job('standalone-job', ...address, '--job-classname', 'A'), rules, context)).toEqual([]);
    expect(found(documented, job('standalone-job', '--job-classname', 'A'), rules, context)).toHaveLength(1);
    expect(found(documented, job('standalone-job', ...address, '--job-classname', 'B'), rules, context)).toHaveLength(
      1,
    );
  });
});
