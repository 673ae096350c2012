import { schemaErrors } from './kubernetes-schema';

const MINORS = ['1.27', '1.36'];

/** A Deployment that both versions accept. `change` modifies the copy. */
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

const ACCEPTED: { what: string; manifest: any }[] = [
  { what: 'a Deployment', manifest: deployment() },
  {
    what: 'a whole number as a quantity',
    manifest: deployment((_, c) => {
      c.resources.limits.cpu = 2;
    }),
  },
  {
    what: 'a quantity with an exponent',
    manifest: deployment((_, c) => {
      c.resources.limits.memory = '1.5e9';
    }),
  },
  {
    what: 'a ConfigMap',
    manifest: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a' },
      data: { 'config.yaml': 'a: 1' },
      immutable: true,
    },
  },
  {
    what: 'a Secret',
    manifest: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, type: 'Opaque', data: { key: 'YWI=' } },
  },
  {
    what: 'a Service',
    manifest: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { ports: [{ port: 80, targetPort: 'rest' }] },
    },
  },
  {
    what: 'a ServiceAccount',
    manifest: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'a' },
      automountServiceAccountToken: false,
    },
  },
  {
    what: 'a Pod',
    manifest: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a' }] } },
  },
  {
    what: 'a PersistentVolumeClaim',
    manifest: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'a' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } },
    },
  },
  {
    what: 'a StatefulSet',
    manifest: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'a' },
      spec: { serviceName: 'a', selector: {}, template: {} },
    },
  },
  {
    what: 'a Job',
    manifest: { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { backoffLimit: 0, template: {} } },
  },
  {
    what: 'a Role',
    manifest: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'a' },
      rules: [{ apiGroups: [''], verbs: ['get'] }],
    },
  },
  {
    what: 'a RoleBinding',
    manifest: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'a' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
      subjects: [{ kind: 'ServiceAccount', name: 'a' }],
    },
  },
  {
    what: 'an Ingress',
    manifest: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'a' },
      spec: { defaultBackend: { service: { name: 'a', port: { number: 8081 } } } },
    },
  },
  {
    what: 'a NetworkPolicy',
    manifest: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: { podSelector: {}, ingress: [{ ports: [{ port: 6123 }] }] },
    },
  },
  {
    what: 'a PodDisruptionBudget',
    manifest: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'a' },
      spec: { maxUnavailable: '50%' },
    },
  },
  {
    what: 'a HorizontalPodAutoscaler',
    manifest: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a' },
      spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } },
    },
  },
];

const REFUSED: { what: string; manifest: any; text: string }[] = [
  {
    what: 'an unknown field',
    manifest: deployment((_, c) => {
      c.memory = '1Gi';
    }),
    text: "/spec/template/spec/containers/0: unknown field 'memory'",
  },
  {
    what: 'an unknown field of the root',
    manifest: deployment((m) => {
      m.replicas = 1;
    }),
    text: "/: unknown field 'replicas'",
  },
  {
    what: 'a number as an environment value',
    manifest: deployment((_, c) => {
      c.env[0].value = 5;
    }),
    text: '/spec/template/spec/containers/0/env/0/value: must be string',
  },
  {
    what: 'a string as replicas',
    manifest: deployment((m) => {
      m.spec.replicas = 'two';
    }),
    text: '/spec/replicas: must be integer',
  },
  {
    what: 'a number beyond int32',
    manifest: deployment((m) => {
      m.spec.replicas = 2 ** 31;
    }),
    text: '/spec/replicas: must match format "int32"',
  },
  {
    what: 'a string as containerPort',
    manifest: deployment((_, c) => {
      c.ports[0].containerPort = 'http';
    }),
    text: '/spec/template/spec/containers/0/ports/0/containerPort: must be integer',
  },
  {
    what: 'a missing selector',
    manifest: deployment((m) => {
      delete m.spec.selector;
    }),
    text: "/spec: must have required property 'selector'",
  },
  {
    what: 'missing containers',
    manifest: deployment((m) => {
      delete m.spec.template.spec.containers;
    }),
    text: "/spec/template/spec: must have required property 'containers'",
  },
  {
    what: 'a quantity with an unknown unit',
    manifest: deployment((_, c) => {
      c.resources.limits.memory = '1600 megs';
    }),
    text: '/spec/template/spec/containers/0/resources/limits/memory: must match pattern',
  },
  {
    what: 'a null',
    manifest: deployment((_, c) => {
      c.env = null;
    }),
    text: '/spec/template/spec/containers/0/env: must be array',
  },
  {
    what: 'an object instead of IntOrString',
    manifest: deployment((_, c) => {
      c.livenessProbe.tcpSocket.port = { value: 1 };
    }),
    text: '/spec/template/spec/containers/0/livenessProbe/tcpSocket/port: must be string,integer',
  },
  {
    what: 'secret data that is not base64',
    manifest: { apiVersion: 'v1', kind: 'Secret', data: { key: 'plain text' } },
    text: '/data/key: must match format "byte"',
  },
  {
    what: 'a number in a ConfigMap',
    manifest: { apiVersion: 'v1', kind: 'ConfigMap', data: { port: 6123 } },
    text: '/data/port: must be string',
  },
];

describe.each(MINORS)('the schemas of Kubernetes %s', (minor) => {
  test.each(ACCEPTED)('accept $what', ({ manifest }) => {
    expect(schemaErrors(manifest, minor)).toEqual([]);
  });

  test.each(REFUSED)('refuse $what', ({ manifest, text }) => {
    expect(schemaErrors(manifest, minor)).toEqual([expect.stringContaining(text)]);
  });

  test.each([
    {
      what: 'an API version that does not exist',
      manifest: { apiVersion: 'apps/v2', kind: 'Deployment' },
      name: 'apps/v2 Deployment',
    },
    { what: 'a kind in another API group', manifest: { apiVersion: 'v1', kind: 'Deployment' }, name: 'v1 Deployment' },
    {
      what: 'a custom resource',
      manifest: { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment' },
      name: 'flink.apache.org/v1beta1 FlinkDeployment',
    },
    { what: 'an empty manifest', manifest: undefined, name: 'undefined undefined' },
  ])('report that they do not contain $what', ({ manifest, name }) => {
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

test('a field that is newer than 1.27 is unknown there and accepted by 1.36', () => {
  const manifest = deployment((m) => {
    m.spec.template.spec.resources = { limits: { cpu: 1 } };
  });
  expect(schemaErrors(manifest, '1.27')).toEqual(["/spec/template/spec: unknown field 'resources'"]);
  expect(schemaErrors(manifest)).toEqual([]);
});
