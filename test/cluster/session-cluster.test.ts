import { ApiObject, type Chart, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Hardening,
  RestAccess,
  RolloutStrategy,
} from '../../src';
import { javaModuleOptions } from '../../src/configuration/java-options';
import {
  cluster,
  configFile,
  flinkConfig,
  ids,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  problems,
  workloads,
} from '../support/synth';

const SELECTOR = { app: 'flink' };
const JOB_MANAGER = { ...SELECTOR, component: 'jobmanager' };
const TASK_MANAGER = { ...SELECTOR, component: 'taskmanager' };

/** Adds an image for releases without a published one. */
function at(version: string, props: Partial<FlinkSessionClusterProps> = {}): Partial<FlinkSessionClusterProps> {
  const flinkVersion = FlinkVersion.of(version);
  return {
    version: flinkVersion,
    ...(flinkVersion.defaultImage === undefined ? { image: `flink:${version}.0` } : {}),
    ...props,
  };
}

describe('the manifests of a cluster called flink', () => {
  const all = manifests(cluster());

  test('are the documented ones and a ServiceAccount for each role', () => {
    expect(names(all)).toEqual([
      'ConfigMap/flink-config',
      'ServiceAccount/flink-jobmanager',
      'Service/flink-jobmanager',
      'Service/flink-jobmanager-rest',
      'Deployment/flink-jobmanager',
      'ServiceAccount/flink-taskmanager',
      'Deployment/flink-taskmanager',
    ]);
  });

  test('are selected by app and component', () => {
    expect(only(all, 'Service', 'flink-jobmanager').spec.selector).toEqual(JOB_MANAGER);
    expect(only(all, 'Service', 'flink-jobmanager-rest').spec.selector).toEqual(JOB_MANAGER);
    expect(workloads(all).map(({ spec }) => spec.selector)).toEqual([
      { matchLabels: JOB_MANAGER },
      { matchLabels: TASK_MANAGER },
    ]);
  });

  test('have the recommended labels, and pods also the selector labels', () => {
    const recommended = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': 'flink' };
    expect(only(all, 'ConfigMap').metadata.labels).toEqual({ ...SELECTOR, ...recommended });
    for (const [workload, labels] of [
      [workloads(all)[0], JOB_MANAGER],
      [workloads(all)[1], TASK_MANAGER],
    ]) {
      const expected = { ...labels, ...recommended, 'app.kubernetes.io/component': labels.component };
      expect(workload.metadata.labels).toEqual(expected);
      expect(workload.spec.template.metadata.labels).toEqual(expected);
    }
  });

  test('run one JobManager with strategy Recreate and two TaskManagers with rolling updates', () => {
    const [jobManager, taskManager] = workloads(all);
    expect([jobManager.spec.replicas, jobManager.spec.strategy]).toEqual([1, { type: 'Recreate' }]);
    expect([taskManager.spec.replicas, taskManager.spec.strategy]).toEqual([2, undefined]);
  });

  test('contain addresses, fixed ports and sizes', () => {
    const { 'env.java.default-opts.all': _modules, ...options } = Object.fromEntries(flinkConfig(all));
    expect(options).toEqual({
      'blob.server.port': '6124',
      'jobmanager.memory.process.size': '1600m',
      'jobmanager.rpc.address': 'flink-jobmanager',
      'jobmanager.rpc.port': '6123',
      'metrics.internal.query-service.port': '6126',
      'taskmanager.data.port': '6121',
      'taskmanager.memory.process.size': '1728m',
      'taskmanager.numberOfTaskSlots': '2',
      'taskmanager.rpc.port': '6122',
    });
  });

  test('have the namespace of the Chart or the cluster, if any', () => {
    const namespaces = (chart: Chart, namespace?: string): Set<unknown> => {
      const made = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, namespace });
      expect(made.namespace).toBe(namespace ?? chart.namespace);
      return new Set(Testing.synth(chart).map(({ metadata }) => metadata.namespace));
    };
    expect(namespaces(newChart())).toEqual(new Set([undefined]));
    expect(namespaces(newChart('chart', { namespace: 'streams' }))).toEqual(new Set(['streams']));
    expect(namespaces(newChart('chart', { namespace: 'streams' }), 'other')).toEqual(new Set(['other']));
  });
});

describe('names', () => {
  test.each([
    ['Flink', 'flink'],
    ['MyCluster', 'mycluster'],
    ['my cluster_2', 'my-cluster-2'],
    ['A.B', 'a-b'],
  ])('the id %s names the cluster %s', (id, name) => {
    const made = cluster({}, id);
    expect(made.clusterName).toBe(name);
    expect(names(manifests(made))).toContain(`ConfigMap/${name}-config`);
  });

  test('clusterName takes precedence over the id', () => {
    expect(
      names(manifests(cluster({ clusterName: 'orders' }, 'Flink'))).every((name) => name.includes('/orders-')),
    ).toBe(true);
  });

  test('labels of a Chart are set on objects, not on pods', () => {
    const chart = newChart('chart', { labels: { team: 'data' } });
    new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20 });
    const all = manifests(chart);
    expect(all.map(({ metadata }) => metadata.labels.team)).toEqual(all.map(() => 'data'));
    expect(workloads(all).map(({ spec }) => spec.template.metadata.labels.team)).toEqual([undefined, undefined]);
  });

  test('labels and annotations of the cluster are set on objects, not on pods', () => {
    const all = manifests({ labels: { team: 'data' }, annotations: { 'example.com/owner': 'me' } });
    for (const { metadata } of all) {
      expect([metadata.labels.team, metadata.annotations]).toEqual(['data', { 'example.com/owner': 'me' }]);
    }
    for (const {
      spec: {
        template: { metadata },
      },
    } of workloads(all)) {
      expect([metadata.labels.team, Object.keys(metadata.annotations)]).toEqual([undefined, ['checksum/flink-config']]);
    }
  });
});

describe('versions', () => {
  const known = [
    '1.11',
    '1.12',
    '1.13',
    '1.14',
    '1.15',
    '1.16',
    '1.17',
    '1.18',
    '1.19',
    '1.20',
    '2.0',
    '2.1',
    '2.2',
    '2.3',
  ];
  const images = [
    'flink:1.11.6',
    'flink:1.12.7',
    'flink:1.13.6',
    'flink:1.14.6',
    'flink:1.15.4',
    'flink:1.16.3',
    'flink:1.17.2',
    'flink:1.18.1',
    'flink:1.19.3',
    'flink:1.20.4',
    'flink:2.0.2',
    'flink:2.1.2',
    'flink:2.2.1',
    'flink:2.3.0',
  ];
  const isAtLeast = (version: string, line: string): boolean => known.indexOf(version) >= known.indexOf(line);

  test('every constant is a known release', () => {
    const constants = Object.values(FlinkVersion)
      .filter((value) => value instanceof FlinkVersion)
      .map(({ version }) => version);
    expect(constants).toEqual(known);
  });

  test.each(known.map((version, index) => [version, images[index]!]))(
    '%s has its file name, its image and its arguments',
    (version, image) => {
      const made = cluster(at(version));
      expect(made.warnings).toEqual([]);
      const all = manifests(made);
      expect(Object.keys(only(all, 'ConfigMap').data)).toEqual([
        isAtLeast(version, '1.19') ? 'config.yaml' : 'flink-conf.yaml',
        'log4j-console.properties',
      ]);
      const items = podOf(workloads(all)[0]).volumes.find(({ name }: any) => name === 'flink-config-volume').configMap
        .items;
      expect(items.map(({ key }: any) => key)).toEqual(Object.keys(only(all, 'ConfigMap').data));
      expect(workloads(all).map((workload) => [mainContainer(workload).image, mainContainer(workload).args])).toEqual([
        [image, ['jobmanager']],
        [image, ['taskmanager']],
      ]);
      expect(flinkConfig(all).get('jobmanager.rpc.address')).toBe('flink-jobmanager');
    },
  );

  test.each(known)('%s has the Java module options if it needs them', (version) => {
    const [major, minor] = version.split('.').map(Number) as [number, number];
    const modules = javaModuleOptions(major, minor);
    const plain = flinkConfig(manifests(at(version)));
    const own = flinkConfig(manifests(at(version, { jvmOptions: ['-XX:+UseG1GC', '-Da=b'] })));
    const userKey = isAtLeast(version, '1.17') ? 'env.java.opts.all' : 'env.java.opts';
    if (version === '1.18') {
      expect(modules).toMatch(/^--add-exports=/);
      expect(plain.get('env.java.opts.all')).toBe(modules);
      expect(own.get('env.java.opts.all')).toBe(`${modules} -XX:+UseG1GC -Da=b`);
      expect(plain.has('env.java.default-opts.all')).toBe(false);
    } else {
      expect(plain.get(userKey)).toBeUndefined();
      expect(own.get(userKey)).toBe('-XX:+UseG1GC -Da=b');
      expect(plain.get('env.java.default-opts.all')).toBe(isAtLeast(version, '1.19') ? modules : undefined);
    }
  });

  test.each(['1.17', '1.20', '2.2'])('the deprecated name of the JVM options is the same option in %s', (version) => {
    const options = flinkConfig(
      manifests(at(version, { configuration: { 'env.java.opts': '-Da=b' }, jvmOptions: ['-Da=b'] })),
    );
    expect([options.get('env.java.opts.all'), options.has('env.java.opts')]).toEqual(['-Da=b', false]);
  });

  test('module options of the user replace the default ones', () => {
    const options = flinkConfig(
      manifests({ configuration: { 'env.java.default-opts.all': '--add-opens=a/b=ALL-UNNAMED' } }),
    );
    expect(options.get('env.java.default-opts.all')).toBe('--add-opens=a/b=ALL-UNNAMED');
  });

  test('a patch release has its own image', () => {
    expect(mainContainer(workloads(manifests({ version: FlinkVersion.of('1.20.1') }))[0]).image).toBe('flink:1.20.1');
  });

  test.each(known)('%s supports queryable state', (version) => {
    const made = cluster(at(version, { queryableState: { nodePort: 30025, annotations: { a: 'b' } } }));
    const all = manifests(made);
    const service = only(all, 'Service', 'flink-taskmanager-query-state');
    expect(service.metadata.annotations).toEqual({ a: 'b' });
    expect(service.spec).toEqual({
      type: 'NodePort',
      ports: [{ name: 'query-state', port: 6125, targetPort: 6125, nodePort: 30025 }],
      selector: TASK_MANAGER,
    });
    expect(mainContainer(workloads(all)[1]).ports).toContainEqual({ name: 'query-state', containerPort: 6125 });
    expect(flinkConfig(all).get('queryable-state.enable')).toBe('true');
    expect(flinkConfig(all).get('queryable-state.proxy.ports')).toBe('6125');
    expect(made.taskManager.ports).toEqual({ rpc: 6122, data: 6121, queryState: 6125 });
    expect(made.warnings.map(({ id }) => id)).toEqual(isAtLeast(version, '1.18') ? ['FLK-SVC-03'] : []);
  });

  test('queryable state without a node port has no Service of type NodePort', () => {
    expect(only(manifests({ queryableState: {} }), 'Service', 'flink-taskmanager-query-state').spec.type).toBe(
      'ClusterIP',
    );
  });

  test('an unknown newer release is treated as the newest known one, with a warning', () => {
    const made = cluster(at('2.9'));
    expect(made.warnings).toEqual([
      { id: 'FLK-VER-03', path: 'chart/Flink', property: 'version', text: expect.stringContaining('got "2.9"') },
    ]);
    const all = manifests(made);
    expect(configFile(all, 'config.yaml')).toBe(configFile(manifests(at('2.3')), 'config.yaml'));
    expect(mainContainer(workloads(all)[0]).image).toBe('flink:2.9.0');
  });

  test.each(['1.10', '1.9', '0.10'])('%s is refused', (version) => {
    expect(ids(problems(() => manifests({ version: FlinkVersion.of(version), image: `flink:${version}.0` })))).toEqual([
      'FLK-VER-02',
    ]);
  });
});

describe('ports', () => {
  const configuration = {
    'blob.server.port': 7124,
    'jobmanager.rpc.port': 7123,
    'metrics.internal.query-service.port': 7126,
    'queryable-state.proxy.ports': 7125,
    'rest.port': 7081,
    'taskmanager.data.port': 7121,
    'taskmanager.rpc.port': '7122',
  };

  const made = cluster({ configuration, queryableState: {} });
  const all = manifests(made);
  const [jobManager, taskManager] = workloads(all).map(mainContainer);

  test('options set the ports of the containers', () => {
    expect(jobManager.ports).toEqual([
      { name: 'rpc', containerPort: 7123 },
      { name: 'blob-server', containerPort: 7124 },
      { name: 'webui', containerPort: 7081 },
    ]);
    expect(taskManager.ports).toEqual([
      { name: 'rpc', containerPort: 7122 },
      { name: 'data', containerPort: 7121 },
      { name: 'query-state', containerPort: 7125 },
    ]);
  });

  test('options set the ports of the Services', () => {
    expect(only(all, 'Service', 'flink-jobmanager').spec.ports).toEqual([
      { name: 'rpc', port: 7123 },
      { name: 'blob-server', port: 7124 },
      { name: 'webui', port: 7081 },
    ]);
    expect(only(all, 'Service', 'flink-jobmanager-rest').spec.ports).toEqual([
      { name: 'rest', port: 7081, targetPort: 7081 },
    ]);
    expect(only(all, 'Service', 'flink-taskmanager-query-state').spec.ports).toEqual([
      { name: 'query-state', port: 7125, targetPort: 7125 },
    ]);
  });

  test('options set the ports of the probes', () => {
    expect([
      jobManager.livenessProbe.tcpSocket,
      jobManager.readinessProbe.httpGet,
      jobManager.startupProbe.httpGet,
    ]).toEqual([{ port: 7123 }, { path: '/config', port: 7081 }, { path: '/config', port: 7081 }]);
    expect([
      taskManager.livenessProbe.tcpSocket,
      taskManager.readinessProbe.tcpSocket,
      taskManager.startupProbe.tcpSocket,
    ]).toEqual([{ port: 7122 }, { port: 7121 }, { port: 7122 }]);
  });

  test('options set the configuration file and the properties of the constructs', () => {
    for (const [key, port] of Object.entries(configuration)) {
      expect([key, flinkConfig(all).get(key)]).toEqual([key, String(port)]);
    }
    expect(made.jobManager.ports).toEqual({ rpc: 7123, blobServer: 7124, rest: 7081 });
    expect([made.restPort, made.jobManager.restPort]).toEqual([7081, 7081]);
  });

  test('the bind port of REST changes the container port, not the port of the Services', () => {
    const bound = manifests({ configuration: { 'rest.bind-port': 9081 } });
    const container = mainContainer(workloads(bound)[0]);
    expect(container.ports[2]).toEqual({ name: 'webui', containerPort: 9081 });
    expect(container.readinessProbe.httpGet.port).toBe(9081);
    expect(only(bound, 'Service', 'flink-jobmanager-rest').spec.ports).toEqual([
      { name: 'rest', port: 8081, targetPort: 9081 },
    ]);
    expect(only(bound, 'Service', 'flink-jobmanager').spec.ports[2]).toEqual({
      name: 'webui',
      port: 8081,
      targetPort: 9081,
    });
  });
});

describe('memory and CPU', () => {
  function resources(props: Partial<FlinkSessionClusterProps>): any[] {
    return workloads(manifests(props)).map((workload) => mainContainer(workload).resources);
  }

  test.each<{ what: string; props: Partial<FlinkSessionClusterProps> }>([
    {
      what: 'typed properties',
      props: { jobManager: { memory: Size.gibibytes(2) }, taskManager: { memory: Size.mebibytes(2500) } },
    },
    {
      what: 'an option of the configuration',
      props: {
        configuration: { 'jobmanager.memory.process.size': '2g', 'taskmanager.memory.process.size': '2500 mb' },
      },
    },
    {
      what: 'a Size in the configuration',
      props: {
        configuration: {
          jobmanager: { memory: { process: { size: Size.gibibytes(2) } } },
          'taskmanager.memory.process.size': Size.mebibytes(2500),
        },
      },
    },
  ])('the container requests the process size that is set by $what', ({ props }) => {
    expect(resources(props)).toEqual([
      { requests: { cpu: '1', memory: '2048Mi' }, limits: { cpu: '1', memory: '2048Mi' } },
      { requests: { cpu: '1', memory: '2500Mi' }, limits: { cpu: '1', memory: '2500Mi' } },
    ]);
  });

  test('limits are multiples of requests', () => {
    const [jobManager, taskManager] = resources({
      jobManager: {
        cpu: 0.5,
        cpuLimitFactor: 3,
        memory: Size.mebibytes(1001),
        memoryLimitFactor: 1.5,
      },
      taskManager: { cpu: 0.001, cpuLimitFactor: 1.5 },
    });
    expect(jobManager).toEqual({
      requests: { cpu: '500m', memory: '1001Mi' },
      limits: { cpu: '1500m', memory: '1501Mi' },
    });
    expect(taskManager).toEqual({ requests: { cpu: '1m', memory: '1728Mi' }, limits: { cpu: '2m', memory: '1728Mi' } });
  });

  test('a size that is not a whole number of MiB is rounded up', () => {
    const [jobManager] = resources({ configuration: { 'jobmanager.memory.process.size': '1638401k' } });
    expect(jobManager.requests.memory).toBe('1601Mi');
    expect(jobManager.limits.memory).toBe('1601Mi');
  });

  test('two equal values of an option are accepted', () => {
    const props = {
      taskManager: { memory: Size.gibibytes(2), taskSlots: 4 },
      configuration: { 'taskmanager.memory.process.size': '2048m', 'taskmanager.numberOfTaskSlots': '4' },
    };
    expect(flinkConfig(manifests(props)).get('taskmanager.memory.process.size')).toBe('2048m');
  });

  test('two different values of an option are an error that names both sources', () => {
    expect(
      problems(() =>
        manifests({
          taskManager: { memory: Size.gibibytes(2) },
          configuration: { 'taskmanager.memory.process.size': '3g' },
        }),
      ),
    ).toEqual([
      {
        path: 'chart/Flink',
        id: 'FLK-CONF-05',
        property: 'configuration.taskmanager.memory.process.size',
        text:
          'got "3g"; taskManager.memory sets "2048m", but configuration sets another value. ' +
          'Fix: keep one of the two.',
      },
    ]);
  });

  test('the error about two different secrets does not contain them', () => {
    const feature = { bind: () => ({ configuration: { 's3.secret-key': 'first-canary' } }) };
    const [finding] = problems(() =>
      manifests({ features: [feature], configuration: { 's3.secret-key': 'second-canary' } }),
    );
    expect(finding!.id).toBe('FLK-CONF-05');
    expect(finding!.text).not.toContain('canary');
  });

  test.each([
    { key: 'jobmanager.memory.flink.size', name: 'flink-jobmanager', size: '1g', memory: '1472Mi' },
    { key: 'jobmanager.memory.heap.size', name: 'flink-jobmanager', size: '1g', memory: '1600Mi' },
    { key: 'taskmanager.memory.flink.size', name: 'flink-taskmanager', size: '1g', memory: '1472Mi' },
  ])(
    '$key replaces the default size, and the container requests the size that Flink derives',
    ({ key, name, size, memory }) => {
      const all = manifests({ configuration: { [key]: size } });
      expect(flinkConfig(all).has(key.replace(/memory.*/, 'memory.process.size'))).toBe(false);
      expect(mainContainer(only(all, 'Deployment', name)).resources.requests.memory).toBe(memory);
    },
  );

  test('the roles describe how their memory is divided', () => {
    const made = cluster();
    expect(made.jobManager.memory!.jvmHeap).toBe(1073741824);
    expect(made.taskManager.memory!.managed).toBe(536870920);
    expect(made.taskManager.memory!.toTable()).toContain('managed');
  });

  test('a memory configuration that Flink refuses is an error with the calculation', () => {
    const made = cluster({ configuration: { 'taskmanager.memory.process.size': '400m' } });
    expect(made.taskManager.memory).toBeUndefined();
    expect(problems(() => manifests(made)).map(({ id, path }) => [id, path])).toEqual([
      ['FLK-MEM-01', 'chart/Flink/TaskManager'],
    ]);
  });
});

describe('access to the REST endpoint', () => {
  const service = (restAccess: RestAccess): any => only(manifests({ restAccess }), 'Service', 'flink-jobmanager-rest');
  const port = { name: 'rest', port: 8081, targetPort: 8081 };

  test.each<{ what: string; restAccess: RestAccess; spec: any }>([
    { what: 'a cluster IP', restAccess: RestAccess.clusterIp(), spec: { type: 'ClusterIP', ports: [port] } },
    { what: 'a node port', restAccess: RestAccess.nodePort(), spec: { type: 'NodePort', ports: [port] } },
    {
      what: 'a fixed node port',
      restAccess: RestAccess.nodePort({ nodePort: 30081 }),
      spec: { type: 'NodePort', ports: [{ ...port, nodePort: 30081 }] },
    },
    { what: 'a load balancer', restAccess: RestAccess.loadBalancer(), spec: { type: 'LoadBalancer', ports: [port] } },
    {
      what: 'a load balancer with source ranges',
      restAccess: RestAccess.loadBalancer({ sourceRanges: ['10.0.0.0/8', 'fd00::/8'] }),
      spec: { type: 'LoadBalancer', ports: [port], loadBalancerSourceRanges: ['10.0.0.0/8', 'fd00::/8'] },
    },
    {
      what: 'a headless Service',
      restAccess: RestAccess.headless(),
      spec: { type: 'ClusterIP', clusterIP: 'None', ports: [port] },
    },
  ])('$what', ({ restAccess, spec }) => {
    expect(service(restAccess).spec).toEqual({ ...spec, selector: JOB_MANAGER });
  });

  test('annotations are set only on the Service', () => {
    const all = manifests({ annotations: { a: '1' }, restAccess: RestAccess.clusterIp({ annotations: { b: '2' } }) });
    expect(only(all, 'Service', 'flink-jobmanager-rest').metadata.annotations).toEqual({ a: '1', b: '2' });
    expect(only(all, 'Service', 'flink-jobmanager').metadata.annotations).toEqual({ a: '1' });
  });

  test('the JobManager Service replaces a missing REST Service', () => {
    const made = cluster({ restAccess: RestAccess.none() });
    expect(names(manifests(made))).not.toContain('Service/flink-jobmanager-rest');
    expect([made.restServiceName, cluster().restServiceName]).toEqual(['flink-jobmanager', 'flink-jobmanager-rest']);
  });

  test('an Ingress of cdk8s-plus accepts the cluster as its backend', () => {
    const chart = newChart();
    const made = new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      configuration: { 'rest.port': 9000 },
    });
    new kplus.Ingress(chart, 'Ingress', { rules: [{ host: 'flink.example.com', backend: made.toIngressBackend() }] });
    expect(only(manifests(chart), 'Ingress').spec.rules[0].http.paths[0].backend).toEqual({
      service: {
        name: 'flink-jobmanager-rest',
        port: { number: 9000 },
      },
    });
  });
});

describe('hardening', () => {
  test('NONE writes the documented manifests', () => {
    const all = manifests({ hardening: Hardening.NONE });
    expect(names(all).filter((name) => name.startsWith('ServiceAccount'))).toEqual([]);
    for (const workload of workloads(all)) {
      const {
        volumes,
        containers: [{ securityContext, volumeMounts }],
        ...rest
      } = podOf(workload);
      expect([Object.keys(rest), volumes.length, volumeMounts.length, securityContext]).toEqual([
        [],
        1,
        1,
        { runAsUser: 9999 },
      ]);
    }
  });

  test('the default meets the Pod Security Standard restricted', () => {
    for (const workload of workloads(manifests())) {
      const pod = podOf(workload);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          fsGroup: 9999,
          runAsGroup: 9999,
          runAsNonRoot: true,
          runAsUser: 9999,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        serviceAccountName: workload.metadata.name,
      });
      expect(mainContainer(workload).securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        runAsGroup: 9999,
        runAsNonRoot: true,
        runAsUser: 9999,
      });
      expect(pod.volumes.slice(1)).toEqual([
        { name: 'flink-tmp', emptyDir: {} },
        { name: 'flink-log', emptyDir: {} },
      ]);
      expect(mainContainer(workload).volumeMounts).toEqual([
        {
          name: 'flink-config-volume',
          mountPath: '/opt/flink/conf',
        },
        { name: 'flink-tmp', mountPath: '/tmp' },
        { name: 'flink-log', mountPath: '/opt/flink/log' },
      ]);
    }
  });

  test('a volume of the user replaces the emptyDir at the same path', () => {
    const [jobManager] = workloads(
      manifests({
        volumes: [{ name: 'scratch', emptyDir: { medium: 'Memory' } }],
        volumeMounts: [{ name: 'scratch', mountPath: '/tmp/' }],
      }),
    );
    expect(podOf(jobManager).volumes.map(({ name }: any) => name)).toEqual([
      'scratch',
      'flink-config-volume',
      'flink-log',
    ]);
  });

  test('hostPath volumes must be allowed', () => {
    const props = { volumes: [{ name: 'data', hostPath: { path: '/data' } }] };
    expect(ids(problems(() => manifests(props)))).toEqual(['FLK-VOL-06']);
    for (const hardening of [Hardening.RESTRICTED_WITH_HOST_PATH, Hardening.NONE]) {
      expect(podOf(workloads(manifests({ ...props, hardening }))[0]).volumes[0]).toEqual(props.volumes[0]);
    }
  });
});

describe('warnings', () => {
  const exposed = { restAccess: RestAccess.nodePort() };

  test('are returned as data and do not fail the synthesis', () => {
    const made = cluster(exposed);
    expect(made.warnings).toEqual([
      {
        id: 'FLK-SVC-02',
        path: 'chart/Flink/JobManager',
        property: 'restAccess',
        text: expect.stringMatching(
          /^chart\/Flink\/JobManager › restAccess: got "NodePort"; .* Fix: .*\. \[FLK-SVC-02\]$/,
        ),
      },
    ]);
    expect(made.warnings).toEqual(made.config.warnings);
    expect(problems(() => manifests(made))).toEqual([]);
    expect(cluster().warnings).toEqual([]);
  });

  test('are errors when strict', () => {
    const findings = problems(() => manifests({ ...exposed, strict: true }));
    expect(findings.map(({ path, id, property }) => [path, id, property])).toEqual([
      ['chart/Flink/JobManager', 'FLK-SVC-02', 'restAccess'],
    ]);
    expect(cluster({ ...exposed, strict: true }).warnings).toEqual([]);
  });

  test('are removed by a suppression, also when strict', () => {
    for (const strict of [false, true]) {
      const made = cluster({
        ...exposed,
        strict,
        suppressions: [{ id: 'FLK-SVC-02', reason: 'the network is closed' }],
      });
      expect(made.warnings).toEqual([]);
      expect(problems(() => manifests(made))).toEqual([]);
    }
  });

  test('a suppression removes an error only if the rule allows it', () => {
    expect(
      problems(() =>
        manifests({
          image: 'mine',
          strict: true,
          suppressions: [{ id: 'FLK-IMG-03', reason: 'built in this cluster' }],
        }),
      ),
    ).toEqual([]);
    expect(
      ids(
        problems(() =>
          manifests({
            image: ':a',
            suppressions: [{ id: 'FLK-IMG-01', reason: 'I dare' }],
          }),
        ),
      ),
    ).toEqual(['FLK-IMG-01', 'FLK-TYPE-02']);
  });
});

describe('constructs', () => {
  test('the ApiObject of the cluster is the Deployment of the JobManager', () => {
    const made = cluster();
    expect(
      [
        ApiObject.of(made),
        ApiObject.of(made.jobManager),
        ApiObject.of(made.taskManager),
        ApiObject.of(made.config),
      ].map(({ kind, name }) => `${kind}/${name}`),
    ).toEqual([
      'Deployment/flink-jobmanager',
      'Deployment/flink-jobmanager',
      'Deployment/flink-taskmanager',
      'ConfigMap/flink-config',
    ]);
  });

  test('a JSON patch is applied last', () => {
    const made = cluster();
    ApiObject.of(made).addJsonPatch(
      JsonPatch.replace('/spec/strategy', { type: 'RollingUpdate' }),
      JsonPatch.add('/metadata/labels/patched', 'yes'),
    );
    ApiObject.of(made.taskManager).addJsonPatch(JsonPatch.remove('/spec/replicas'));
    const [jobManager, taskManager] = workloads(manifests(made));
    expect([jobManager.spec.strategy, jobManager.metadata.labels.patched, jobManager.spec.replicas]).toEqual([
      { type: 'RollingUpdate' },
      'yes',
      1,
    ]);
    expect('replicas' in taskManager.spec).toBe(false);
  });

  test('are four more than the manifests', () => {
    expect(cluster().node.findAll()).toHaveLength(7 + 4);
  });

  test('clusters and roles work with policies and Services of cdk8s-plus', () => {
    const chart = newChart();
    const made = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, namespace: 'streams' });
    new kplus.NetworkPolicy(chart, 'Policy', {
      selector: made.taskManager,
      ingress: { rules: [{ peer: made.jobManager }, { peer: made }] },
    });
    const { podSelector, ingress } = only(manifests(chart), 'NetworkPolicy').spec;
    expect(podSelector).toEqual({ matchLabels: TASK_MANAGER });
    expect(ingress.map(({ from }: any) => from[0].podSelector)).toEqual([
      { matchLabels: JOB_MANAGER },
      { matchLabels: SELECTOR },
    ]);
    for (const part of [made, made.jobManager, made.taskManager]) {
      expect(part.toPodSelector()).toBe(part);
      expect(part.toNetworkPolicyPeerConfig().podSelector!.namespaces).toEqual({ names: ['streams'] });
    }
  });

  test('have readable names and selectors', () => {
    const { clusterName, version, config, jobManager, taskManager, selectorLabels } = cluster({
      version: FlinkVersion.V2_1,
    });
    expect([clusterName, version, config.name, jobManager.name, jobManager.serviceName, taskManager.name]).toEqual([
      'flink',
      FlinkVersion.V2_1,
      'flink-config',
      'flink-jobmanager',
      'flink-jobmanager',
      'flink-taskmanager',
    ]);
    expect([selectorLabels, jobManager.selectorLabels, taskManager.selectorLabels]).toEqual([
      SELECTOR,
      JOB_MANAGER,
      TASK_MANAGER,
    ]);
  });

  const ZOOKEEPER = {
    'high-availability.storageDir': 's3://bucket/flink',
    'high-availability.zookeeper.quorum': 'zk:2181',
  };

  test('with high availability there can be several JobManagers with rolling updates', () => {
    const [jobManager] = workloads(
      manifests({
        configuration: { ...ZOOKEEPER, 'high-availability.type': 'zookeeper' },
        jobManager: {
          replicas: 2,
          strategy: RolloutStrategy.rollingUpdate({ maxSurge: '1', maxUnavailable: '50%' }),
        },
      }),
    );
    expect([jobManager.spec.replicas, jobManager.spec.strategy]).toEqual([
      2,
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '50%' } },
    ]);
    expect(
      workloads(
        manifests({
          configuration: { ...ZOOKEEPER, 'high-availability': 'zookeeper' },
          version: FlinkVersion.V1_16,
        }),
      )[0].spec.strategy,
    ).toBeUndefined();
  });
});
