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

/** `type path` of the differences that the rules do not allow. */
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
  test('equal documents have no differences, in any order of keys', () => {
    expect(
      found({ kind: 'Service', spec: { a: 1, b: { c: 'x' } } }, { spec: { b: { c: 'x' }, a: 1 }, kind: 'Service' }),
    ).toEqual([]);
  });

  test.each([
    {
      what: 'a missing field',
      documented: service({ type: 'NodePort' }),
      ours: service({}),
      differences: ['missing Service.spec.type'],
    },
    {
      what: 'a missing map, reported once',
      documented: service({ selector: { app: 'flink', component: 'a' } }),
      ours: service({}),
      differences: ['missing Service.spec.selector'],
    },
    {
      what: 'another value',
      documented: service({ type: 'NodePort' }),
      ours: service({ type: 'ClusterIP' }),
      differences: ['different Service.spec.type'],
    },
    {
      what: 'a number as a string',
      documented: service({ replicas: 1 }),
      ours: service({ replicas: '1' }),
      differences: ['different Service.spec.replicas'],
    },
    {
      what: 'a map instead of a scalar',
      documented: service({ port: 1 }),
      ours: service({ port: { value: 1 } }),
      differences: ['different Service.spec.port'],
    },
    {
      what: 'another kind',
      documented: service({}),
      ours: { ...service({}), kind: 'Deployment' },
      differences: ['different Service.kind'],
    },
    { what: 'a missing document', documented: service({}), ours: undefined, differences: ['missing Service'] },
  ])('$what is reported', ({ documented, ours, differences }) => {
    expect(found(documented, ours)).toEqual(differences);
  });

  test('every leaf of an addition is reported', () => {
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

  test('an undefined field in the actual document is not an addition', () => {
    expect(found(service({}), service({ type: undefined }))).toEqual([]);
  });
});

describe('lists', () => {
  test.each([
    {
      what: 'named maps',
      name: 'containers',
      list: [
        { name: 'a', x: 1 },
        { name: 'b', x: 2 },
      ],
    },
    {
      what: 'container ports',
      name: 'ports',
      list: [
        { name: 'x', containerPort: 1 },
        { name: 'x', containerPort: 2 },
      ],
    },
    {
      what: 'service ports',
      name: 'ports',
      list: [
        { name: 'x', port: 1 },
        { name: 'x', port: 2 },
      ],
    },
    {
      what: 'volume mounts',
      name: 'volumeMounts',
      list: [
        { name: 'x', mountPath: '/a' },
        { name: 'x', mountPath: '/b' },
      ],
    },
    {
      what: 'environment variables',
      name: 'env',
      list: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    },
    {
      what: 'items',
      name: 'items',
      list: [
        { key: 'a', path: 'x' },
        { key: 'b', path: 'x' },
      ],
    },
    {
      what: 'claim templates',
      name: 'volumeClaimTemplates',
      list: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }],
    },
  ])('the order of $what does not matter', ({ name, list }) => {
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
    { what: 'another order of arguments', documented: ['a', 'b'], ours: ['b', 'a'] },
    { what: 'an additional argument', documented: ['a'], ours: ['a', 'b'] },
    { what: 'a missing argument', documented: ['a', 'b'], ours: ['a'] },
  ])('$what is one difference', ({ documented, ours }) => {
    expect(found(pod({ args: documented }), pod({ args: ours }))).toEqual([`different ${MAIN}.args`]);
  });

  test('maps without a key are compared by position and length', () => {
    const rule = (...verbs: string[]) => ({ kind: 'Role', rules: verbs.map((verb) => ({ verbs: [verb] })) });
    expect(found(rule('get', 'list'), rule('get', 'list'))).toEqual([]);
    expect(found(rule('get', 'list'), rule('get', 'watch'))).toEqual(['different Role.rules[1].verbs']);
    expect(found(rule('get'), rule('get', 'list'))).toEqual(['different Role.rules']);
  });

  test('two elements with the same key are compared by position', () => {
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

describe('configuration files', () => {
  const same: { what: string; name: string; documented: string; ours: string }[] = [
    {
      what: 'order, comments and blank lines of flink-conf.yaml',
      name: 'flink-conf.yaml',
      documented: '# c\na.b: 1\n\nc: d # why\n',
      ours: 'c: d\na.b:   1',
    },
    {
      what: 'the last of equal keys in flink-conf.yaml',
      name: 'flink-conf.yaml',
      documented: 'a: 1\na: 2',
      ours: 'a: 2',
    },
    {
      what: 'lines that flink-conf.yaml ignores',
      name: 'flink-conf.yaml',
      documented: 'a: 1\nb:2\nc:',
      ours: 'a: 1',
    },
    {
      what: 'nesting of config.yaml',
      name: 'config.yaml',
      documented: 'a.b: 1\na.c: x\n',
      ours: 'a:\n  c: x\n  b: 1\n',
    },
    { what: 'quotes of config.yaml', name: 'config.yaml', documented: 'a: 2\nb: x', ours: 'a: \'2\'\nb: "x"' },
    {
      what: 'spaces around the separators of properties',
      name: 'log4j-console.properties',
      documented: 'a.b= x\n# c\nc.d = 100MB\n',
      ours: 'a.b = x\nc.d=100MB',
    },
  ];
  test.each(same)('$what do not matter', ({ name, documented, ours }) => {
    expect(found(configMap(name, documented), configMap(name, ours))).toEqual([]);
  });

  const different: { what: string; name: string; documented: string; ours: string; differences: string[] }[] = [
    {
      what: 'another value of flink-conf.yaml',
      name: 'flink-conf.yaml',
      documented: 'a.b: 1',
      ours: 'a.b: 2',
      differences: ['different ConfigMap.data[flink-conf.yaml][a.b]'],
    },
    {
      what: 'a value after a colon without a space',
      name: 'flink-conf.yaml',
      documented: 'a: b:c',
      ours: 'a: b:d',
      differences: ['different ConfigMap.data[flink-conf.yaml].a'],
    },
    {
      what: 'a missing and an added key of config.yaml',
      name: 'config.yaml',
      documented: 'a.b: 1',
      ours: 'a: {c: 1}',
      differences: ['missing ConfigMap.data[config.yaml][a.b]', 'added ConfigMap.data[config.yaml][a.c]'],
    },
    {
      what: 'another notation of a number',
      name: 'config.yaml',
      documented: 'a: 1.0',
      ours: 'a: 1',
      differences: ['different ConfigMap.data[config.yaml].a'],
    },
    {
      what: 'a list of config.yaml',
      name: 'config.yaml',
      documented: 'a: [x, y]',
      ours: 'a: [y, x]',
      differences: ['different ConfigMap.data[config.yaml].a'],
    },
    {
      what: 'another value of properties',
      name: 'a.properties',
      documented: 'x = %d{a=b}',
      ours: 'x = %d{a=c}',
      differences: ['different ConfigMap.data[a.properties].x'],
    },
    {
      what: 'another content of an unknown file',
      name: 'core-site.xml',
      documented: '<a/>',
      ours: '<a />',
      differences: ['different ConfigMap.data[core-site.xml]'],
    },
    {
      what: 'content that is not a map',
      name: 'config.yaml',
      documented: 'a: 1',
      ours: 'just text',
      differences: ['different ConfigMap.data[config.yaml]'],
    },
  ];
  test.each(different)('$what is reported', ({ name, documented, ours, differences }) => {
    expect(found(configMap(name, documented), configMap(name, ours))).toEqual(differences);
  });

  test('a file under another name is reported', () => {
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

  test('a rule removes its difference and counts as used', () => {
    const { differences, used } = compareDocument(
      documented,
      ours,
      { allowed: [type], additions: [protocol] },
      CONTEXT,
    );
    expect(differences).toEqual([]);
    expect(used).toEqual(new Set([type, protocol]));
  });

  test('a rule about additions does not cover a missing field, nor the reverse', () => {
    expect(found(documented, ours, { allowed: [protocol], additions: [type] })).toEqual([
      'different Service.spec.type',
      'added Service.spec.ports[8081].protocol',
    ]);
  });

  test.each([
    { what: 'for another version', rule: { ...type, versions: '1.18-' } },
    { what: 'for another file', rule: { ...type, files: ['jobmanager-*'] } },
    { what: 'for other values', rule: { ...type, accepts: (_: any, value: any) => value === 'LoadBalancer' } },
    { what: 'for another path', rule: { ...type, path: 'Service.spec.*.type' } },
  ])('a rule $what does not apply', ({ rule }) => {
    const result = compareDocument(
      service({ type: 'NodePort' }),
      service({ type: 'ClusterIP' }),
      { allowed: [rule], additions: [] },
      CONTEXT,
    );
    expect(result.differences).toHaveLength(1);
    expect(result.used.size).toBe(0);
  });

  test('an object that is not documented needs a rule', () => {
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

  test('an unused rule is reported only if it concerns a compared document', () => {
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
    { range: '*', version: '2.2', expected: true },
    { range: '1.16', version: '1.16', expected: true },
    { range: '1.16', version: '1.17', expected: false },
    { range: '1.11-1.17', version: '1.11', expected: true },
    { range: '1.11-1.17', version: '1.17', expected: true },
    { range: '1.11-1.17', version: '1.18', expected: false },
    { range: '1.9-1.17', version: '1.10', expected: true },
    { range: '1.18-', version: '2.0', expected: true },
    { range: '1.18-', version: '1.17', expected: false },
    { range: '1.20-2.1', version: '2.0', expected: true },
  ])('the range $range and the version $version: $expected', ({ range, version, expected }) => {
    expect(inVersions(range, version)).toBe(expected);
  });

  test.each([
    { pattern: 'Service.spec.type', path: 'Service.spec.type', expected: true },
    { pattern: 'Service.spec.type', path: 'Service.spec.types', expected: false },
    { pattern: 'Service.spec', path: 'Service.spec.type', expected: false },
    { pattern: 'Service.*.type', path: 'Service.spec.type', expected: true },
    { pattern: 'Service.*', path: 'Service.spec.type', expected: false },
    { pattern: 'Service.**', path: 'Service.spec.type', expected: true },
    { pattern: '**.type', path: 'Service.spec.type', expected: true },
    { pattern: '**.spec', path: 'Service.spec.type', expected: false },
    { pattern: 'A.labels[app.kubernetes.io/*]', path: 'A.labels[app.kubernetes.io/name]', expected: true },
    { pattern: 'A.labels[app.kubernetes.io/*]', path: 'A.labels[appXkubernetesXio/name]', expected: false },
    { pattern: 'A.mounts[*].mountPath', path: 'A.mounts[/opt/flink/conf].mountPath', expected: true },
  ])('the pattern $pattern and the path $path: $expected', ({ pattern, path, expected }) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });
});

describe('allowed differences from the documentation', () => {
  const rules = { allowed: ALLOWED, additions: [] };

  test.each([
    {
      what: 'an image with a registry path and a Scala suffix',
      documented: { image: 'apache/flink:1.17.2-scala_2.12' },
      ours: { image: 'flink:1.17.2' },
    },
    { what: 'another patch of the image', documented: { image: 'flink:1.17.1' }, ours: { image: 'flink:1.17.2' } },
    {
      what: 'a trailing slash of a mount path',
      documented: { volumeMounts: [{ mountPath: '/a/' }] },
      ours: { volumeMounts: [{ mountPath: '/a' }] },
    },
  ])('$what', ({ documented, ours }) => {
    expect(found(pod(documented), pod(ours), rules)).toEqual([]);
  });

  test.each([
    {
      what: 'another minor version of the image',
      documented: { image: 'flink:1.17.2' },
      ours: { image: 'flink:1.16.3' },
      type: 'different',
    },
    {
      what: 'a longer minor version of the image',
      documented: { image: 'flink:1.17.2' },
      ours: { image: 'flink:1.170.2' },
      type: 'different',
    },
    {
      what: 'another repository of the image',
      documented: { image: 'apache/flink:1.17.2' },
      ours: { image: 'flink-ml:1.17.2' },
      type: 'different',
    },
    { what: 'no image', documented: { image: 'flink:1.17.2' }, ours: {}, type: 'missing' },
    {
      what: 'another mount path',
      documented: { volumeMounts: [{ mountPath: '/a/' }] },
      ours: { volumeMounts: [{ mountPath: '/a/b' }] },
      type: 'missing',
    },
    { what: 'a null without a rule', documented: { command: null }, ours: {}, type: 'missing' },
  ])('but not $what', ({ documented, ours, type }) => {
    expect(found(pod(documented), pod(ours), rules)[0]).toMatch(
      new RegExp(`^${type} ${MAIN.replace(/[.[\]]/g, '\\$&')}`),
    );
  });

  test('an `env` without a value may be missing, and ours is an addition', () => {
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

  test('the argument `--host`, if a dynamic option gives the address and nothing else changes', () => {
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
