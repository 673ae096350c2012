import { schemaErrors } from './kubernetes-schema';

const MINORS = ['1.27', '1.36'];

/** A Deployment that both versions accept; `change` makes the copy under test. */
function deployment(change: (manifest: any, container: any) => void = () => {}): any {
  const container = {
    name: 'taskmanager',
    image: 'flink:1.20',
    args: ['taskmanager'],
    env: [{ name: 'A', value: '1' }],
    ports: [{ name: 'rpc', containerPort: 6122 }],
    livenessProbe: { tcpSocket: { port: 'rpc' }, periodSeconds: 60 },
    resources: { limits: { cpu: 0.5, memory: '1728Mi' } },
    securityContext: { capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'conf', mountPath: '/opt/flink/conf' }],
  };
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'flink-taskmanager', labels: { app: 'flink' } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'flink' } },
      strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template: {
        metadata: { labels: { app: 'flink' } },
        spec: { containers: [container], volumes: [{ name: 'conf', configMap: { name: 'flink-config' } }] },
      },
    },
  };
  change(manifest, container);
  return manifest;
}

const ACCEPTED: [string, any][] = [
  ['a Deployment', deployment()],
  [
    'a whole number as a quantity',
    deployment((_, c) => {
      c.resources.limits.cpu = 2;
    }),
  ],
  [
    'a quantity with an exponent',
    deployment((_, c) => {
      c.resources.limits.memory = '1.5e9';
    }),
  ],
  [
    'a ConfigMap',
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { 'config.yaml': 'a: 1' }, immutable: true },
  ],
  ['a Secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, type: 'Opaque', data: { key: 'YWI=' } }],
  [
    'a Service',
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 80, targetPort: 'rest' }] } },
  ],
  [
    'a ServiceAccount',
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a' }, automountServiceAccountToken: false },
  ],
  ['a Pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a' }] } }],
  [
    'a PersistentVolumeClaim',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'a' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } },
    },
  ],
  [
    'a StatefulSet',
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'a' },
      spec: { serviceName: 'a', selector: {}, template: {} },
    },
  ],
  ['a Job', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { backoffLimit: 0, template: {} } }],
  [
    'a Role',
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'a' },
      rules: [{ apiGroups: [''], verbs: ['get'] }],
    },
  ],
  [
    'a RoleBinding',
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'a' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
      subjects: [{ kind: 'ServiceAccount', name: 'a' }],
    },
  ],
  [
    'an Ingress',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'a' },
      spec: { defaultBackend: { service: { name: 'a', port: { number: 8081 } } } },
    },
  ],
  [
    'a NetworkPolicy',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: { podSelector: {}, ingress: [{ ports: [{ port: 6123 }] }] },
    },
  ],
  [
    'a PodDisruptionBudget',
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec: { maxUnavailable: '50%' } },
  ],
  [
    'a HorizontalPodAutoscaler',
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a' },
      spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } },
    },
  ],
];

const REFUSED: [string, any, string][] = [
  [
    'an unknown field',
    deployment((_, c) => {
      c.memory = '1Gi';
    }),
    "/spec/template/spec/containers/0: unknown field 'memory'",
  ],
  [
    'an unknown field of the root',
    deployment((m) => {
      m.replicas = 1;
    }),
    "/: unknown field 'replicas'",
  ],
  [
    'a number as an environment value',
    deployment((_, c) => {
      c.env[0].value = 5;
    }),
    '/spec/template/spec/containers/0/env/0/value: must be string',
  ],
  [
    'a text as replicas',
    deployment((m) => {
      m.spec.replicas = 'two';
    }),
    '/spec/replicas: must be integer',
  ],
  [
    'a number beyond int32',
    deployment((m) => {
      m.spec.replicas = 2 ** 31;
    }),
    '/spec/replicas: must match format "int32"',
  ],
  [
    'a text as containerPort',
    deployment((_, c) => {
      c.ports[0].containerPort = 'http';
    }),
    '/spec/template/spec/containers/0/ports/0/containerPort: must be integer',
  ],
  [
    'a missing selector',
    deployment((m) => {
      delete m.spec.selector;
    }),
    "/spec: must have required property 'selector'",
  ],
  [
    'missing containers',
    deployment((m) => {
      delete m.spec.template.spec.containers;
    }),
    "/spec/template/spec: must have required property 'containers'",
  ],
  [
    'a quantity with a unit in words',
    deployment((_, c) => {
      c.resources.limits.memory = '1600 megs';
    }),
    '/spec/template/spec/containers/0/resources/limits/memory: must match pattern',
  ],
  [
    'a null',
    deployment((_, c) => {
      c.env = null;
    }),
    '/spec/template/spec/containers/0/env: must be array',
  ],
  [
    'an object where IntOrString is wanted',
    deployment((_, c) => {
      c.livenessProbe.tcpSocket.port = { value: 1 };
    }),
    '/spec/template/spec/containers/0/livenessProbe/tcpSocket/port: must be string,integer',
  ],
  [
    'secret data that is not base64',
    { apiVersion: 'v1', kind: 'Secret', data: { key: 'plain text' } },
    '/data/key: must match format "byte"',
  ],
  [
    'a number in a ConfigMap',
    { apiVersion: 'v1', kind: 'ConfigMap', data: { port: 6123 } },
    '/data/port: must be string',
  ],
];

describe.each(MINORS)('the schemas of Kubernetes %s', (minor) => {
  test.each(ACCEPTED)('accept %s', (_, manifest) => {
    expect(schemaErrors(manifest, minor)).toEqual([]);
  });

  test.each(REFUSED)('refuse %s', (_, manifest, text) => {
    expect(schemaErrors(manifest, minor)).toEqual([expect.stringContaining(text)]);
  });

  test.each([
    ['a version that does not exist', { apiVersion: 'apps/v2', kind: 'Deployment' }, 'apps/v2 Deployment'],
    ['a kind of another group', { apiVersion: 'v1', kind: 'Deployment' }, 'v1 Deployment'],
    [
      'a custom resource',
      { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment' },
      'flink.apache.org/v1beta1 FlinkDeployment',
    ],
    ['nothing', undefined, 'undefined undefined'],
  ])('say that they do not know %s', (_, manifest, name) => {
    expect(schemaErrors(manifest, minor)).toEqual([`/: no schema of '${name}' in Kubernetes ${minor}`]);
  });
});

test('all problems of a manifest are reported', () => {
  const manifest = deployment((m, c) => {
    m.spec.replicas = 'two';
    c.memory = '1Gi';
  });
  expect(schemaErrors(manifest)).toHaveLength(2);
});

test('a field that came after 1.27 is unknown there and known to 1.36', () => {
  const manifest = deployment((m) => {
    m.spec.template.spec.resources = { limits: { cpu: 1 } };
  });
  expect(schemaErrors(manifest, '1.27')).toEqual(["/spec/template/spec: unknown field 'resources'"]);
  expect(schemaErrors(manifest)).toEqual([]);
});
