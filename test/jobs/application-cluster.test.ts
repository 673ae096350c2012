import {
  ApplicationWorkload,
  DeploymentMode,
  FileSystem,
  FlinkApplicationCluster,
  FlinkFile,
  FlinkVersion,
  HighAvailability,
  JobArtifact,
  ReactiveMode,
} from '../../src';
import {
  application,
  configFile,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
} from '../support/synth';

const JAR = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
const BATCH = { configuration: { 'execution.runtime-mode': 'BATCH' } };
const ZOOKEEPER = { highAvailability: HighAvailability.zooKeeper({ quorum: 'zk:2181', storageDir: 's3://bucket/ha' }) };
const FETCHED = JobArtifact.http('https://repo.example.com/a/job-1.0.jar', { sha256: 'AB'.repeat(32) });

function args(job: any, props: any = {}): string[] {
  const all = manifests(application({ job: { artifact: JAR, ...job }, ...props }));
  const workload = all.find(
    ({ kind, metadata }) => ['Job', 'Deployment'].includes(kind) && metadata.name === 'flink-jobmanager',
  );
  return mainContainer(workload).args;
}

describe('arguments of the JobManager', () => {
  const { V1_11, V1_18, V1_20, V2_2 } = FlinkVersion;
  const elsewhere = JobArtifact.inImage('local:///opt/app/job.jar');

  test.each<{ what: string; job: any; props: any; expected: string[] }>([
    { what: 'only a jar', job: {}, props: {}, expected: [] },
    {
      what: 'a class',
      job: { entryClass: 'com.example.Job' },
      props: {},
      expected: ['--job-classname', 'com.example.Job'],
    },
    {
      what: 'a job id',
      job: { jobId: '0123456789abcdef0123456789abcdef' },
      props: {},
      expected: ['--job-id', '0123456789abcdef0123456789abcdef'],
    },
    {
      what: 'a savepoint',
      job: { savepoint: { path: 's3://b/s', allowNonRestoredState: true } },
      props: {},
      expected: ['--fromSavepoint', 's3://b/s', '--allowNonRestoredState'],
    },
    {
      what: 'a savepoint without allowNonRestoredState',
      job: { savepoint: { path: 's3://b/s', allowNonRestoredState: false } },
      props: {},
      expected: ['--fromSavepoint', 's3://b/s'],
    },
    {
      what: 'a jar in another directory',
      job: { artifact: elsewhere },
      props: { version: V1_20 },
      expected: ['--jars', 'local:///opt/app/job.jar'],
    },
    {
      what: 'a downloaded jar',
      job: { artifact: JobArtifact.http('https://repo.example.com/job.jar') },
      props: { version: V2_2 },
      expected: ['--jars', 'https://repo.example.com/job.jar'],
    },
    {
      what: 'a jar on a file system',
      job: { artifact: JobArtifact.fileSystem('s3://b/job.jar') },
      props: { fileSystems: [FileSystem.s3Hadoop()] },
      expected: ['--jars', 's3://b/job.jar'],
    },
    { what: 'a downloaded jar with a checksum', job: { artifact: FETCHED }, props: { version: V2_2 }, expected: [] },
    { what: 'arguments', job: { args: ['in', '--out', 'x y'] }, props: {}, expected: ['in', '--out', 'x y'] },
    {
      what: 'arguments that Flink would read',
      job: { entryClass: 'a.B', args: ['--from', 'x', '-Da=b'] },
      props: {},
      expected: ['--job-classname', 'a.B', '--', '--from', 'x', '-Da=b'],
    },
    {
      what: 'all properties on 1.11',
      job: { entryClass: 'a.B', args: ['x'] },
      props: { version: V1_11, workload: ApplicationWorkload.job() },
      expected: ['--job-classname', 'a.B', 'x'],
    },
    { what: 'a jar before 1.19', job: { artifact: FETCHED }, props: { version: V1_18 }, expected: [] },
  ])('are correct for $what', ({ job, props, expected }) => {
    expect(args(job, props)).toEqual(['standalone-job', ...expected]);
  });

  test('start with the address with high availability, and do not contain --host', () => {
    const found = args({ entryClass: 'a.B', args: ['x'] }, { ...ZOOKEEPER, version: V2_2 });
    expect(found.slice(0, 5)).toEqual([
      'standalone-job',
      '-D',
      'jobmanager.rpc.address=$(POD_IP)',
      '--job-classname',
      'a.B',
    ]);
  });

  test.each([
    ['$(touch /tmp/x)', '$$(touch /tmp/x)'],
    ['`reboot`; "$HOME" $$ \'q\'', '`reboot`; "$HOME" $$$ \'q\''],
    ['a\nb', 'a\nb'],
    ['$(KNOWN) $(KNOWN', '$(KNOWN) $$(KNOWN'],
    ['$$(KNOWN)', '$$$(KNOWN)'],
  ])('the program receives %j unchanged', (given, written) => {
    expect(args({ args: [given] }, { env: { KNOWN: 'x' } })).toEqual(['standalone-job', written]);
  });
});

describe('the workload', () => {
  test.each<{ what: string; props: any; kind: string }>([
    { what: 'a streaming job', props: {}, kind: 'Deployment' },
    { what: 'a batch job', props: BATCH, kind: 'Job' },
    { what: 'a batch job with high availability', props: { ...BATCH, ...ZOOKEEPER }, kind: 'Deployment' },
    { what: 'a streaming job with an explicit Job', props: { workload: ApplicationWorkload.job() }, kind: 'Job' },
    {
      what: 'a batch job with an explicit Deployment',
      props: { ...BATCH, workload: ApplicationWorkload.deployment() },
      kind: 'Deployment',
    },
  ])('is correct for $what', ({ props, kind }) => {
    expect(names(manifests(application(props)))).toContain(`${kind}/flink-jobmanager`);
  });

  test.each([
    { version: FlinkVersion.V1_14, workload: ApplicationWorkload.job(), value: undefined },
    { version: FlinkVersion.V1_15, workload: ApplicationWorkload.job(), value: 'true' },
    { version: FlinkVersion.V1_15, workload: ApplicationWorkload.deployment(), value: 'false' },
    { version: FlinkVersion.V2_2, workload: undefined, value: 'false' },
  ])(
    'ends with its application as a Job and not as a Deployment, if the release has the option',
    ({ version, workload, value }) => {
      const config = flinkConfig(manifests(application({ version, workload })));
      expect(config.get('execution.shutdown-on-application-finish')).toBe(value);
    },
  );

  test.each([
    { version: FlinkVersion.V1_14, mode: DeploymentMode.native(), value: undefined },
    { version: FlinkVersion.V1_15, mode: DeploymentMode.native(), value: 'false' },
    { version: FlinkVersion.V2_2, mode: DeploymentMode.native(), value: 'false' },
    { version: FlinkVersion.V2_2, mode: DeploymentMode.native({ parity: true }), value: undefined },
  ])(
    'does not end with its application in native mode, because Flink would delete its own Deployment',
    ({ version, mode, value }) => {
      // Flink's client requires both sizes.
      const memory = { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' };
      const { configuration } = application({ version, mode, namespace: 'streaming', configuration: memory });
      expect(configuration.effective()['execution.shutdown-on-application-finish']).toBe(value);
    },
  );

  test('an explicit option is not changed', () => {
    const all = manifests(application({ configuration: { 'execution.shutdown-on-application-finish': true } }));
    expect(flinkConfig(all).get('execution.shutdown-on-application-finish')).toBe('true');
  });

  test('a Job can be replaced by GitOps tools, is restarted on failure, and has no time to live', () => {
    const { metadata, spec } = only(manifests(application(BATCH)), 'Job');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Force=true,Replace=true',
      'kustomize.toolkit.fluxcd.io/force': 'enabled',
    });
    expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
    expect(spec).not.toHaveProperty('backoffLimit');
    expect(spec.template.spec.restartPolicy).toBe('OnFailure');
    expect(
      only(manifests(application({ workload: ApplicationWorkload.job({ replaceOnChange: false }) })), 'Job').metadata
        .annotations,
    ).toBeUndefined();
  });

  test('a Job with high availability has no effective limit of restarts', () => {
    const { spec } = only(manifests(application({ ...ZOOKEEPER, workload: ApplicationWorkload.job() })), 'Job');
    expect([spec.backoffLimit, spec.parallelism]).toEqual([2147483647, 1]);
  });

  test('a name with a checksum changes only with the job', () => {
    const name = (job: any) =>
      only(
        manifests(
          application({
            ...BATCH,
            job: { artifact: JAR, ...job },
            workload: ApplicationWorkload.job({ appendChecksumToName: true }),
          }),
        ),
        'Job',
      ).metadata.name;
    expect(name({})).toMatch(/^flink-jobmanager-[0-9a-f]{6}$/);
    expect(name({})).toBe(name({}));
    expect(name({ args: ['x'] })).not.toBe(name({}));
  });
});

describe('artifacts', () => {
  test('a jar on a volume is mounted by both roles, read-only', () => {
    const artifact = JobArtifact.volume(
      { volume: { name: 'ignored', persistentVolumeClaim: { claimName: 'jars' } }, subPath: 'team' },
      'job.jar',
    );
    const pods = manifests(application({ job: { artifact } }))
      .filter(({ kind }) => kind === 'Deployment')
      .map(podOf);
    for (const {
      containers: [main],
      volumes,
    } of pods) {
      expect(volumes).toContainEqual({ name: 'job-artifacts-volume', persistentVolumeClaim: { claimName: 'jars' } });
      expect(main.volumeMounts).toContainEqual({
        name: 'job-artifacts-volume',
        mountPath: '/opt/flink/usrlib',
        subPath: 'team',
        readOnly: true,
      });
    }
  });

  test('an init container with the image of the role downloads and verifies a jar', () => {
    const all = manifests(application({ job: { artifact: FETCHED }, image: 'registry.example.com/flink:1.20.4' }));
    for (const {
      initContainers: [container],
    } of all.filter(({ kind }) => kind === 'Deployment').map(podOf)) {
      expect(container.image).toBe('registry.example.com/flink:1.20.4');
      expect(container.command.slice(3)).toEqual([
        'fetch',
        '/opt/flink/usrlib/job-1.0.jar',
        'https://repo.example.com/a/job-1.0.jar',
        'ab'.repeat(32),
      ]);
      expect(container.command[2]).not.toContain('example.com');
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
    }
  });

  test('Flink has a writable directory for downloads with a read-only root file system', () => {
    const pod = podOf(
      only(
        manifests(application({ job: { artifact: JobArtifact.http('https://repo.example.com/job.jar') } })),
        'Deployment',
        'flink-jobmanager',
      ),
    );
    expect(pod.containers[0].volumeMounts).toContainEqual({
      name: 'user-artifacts-volume',
      mountPath: '/opt/flink/artifacts',
    });
    expect(pod.volumes).toContainEqual({ name: 'user-artifacts-volume', emptyDir: {} });
  });

  test("a SQL script is a file that Flink's own driver reads, and another script changes the pod", () => {
    const rendered = (script: string) =>
      manifests(application({ version: FlinkVersion.V2_2, job: { artifact: JobArtifact.sql(script) } }));
    const all = rendered('SELECT 1;\n');
    const jobManager = only(all, 'Deployment', 'flink-jobmanager');
    expect(mainContainer(jobManager).args).toEqual([
      'standalone-job',
      '--job-classname',
      'org.apache.flink.table.runtime.application.SqlDriver',
      '--',
      '--scriptUri',
      'file:///opt/flink/job/job.sql',
    ]);
    expect(only(all, 'ConfigMap', 'flink-job').data).toEqual({ 'job.sql': 'SELECT 1;\n' });
    const other = only(rendered('SELECT 2;\n'), 'Deployment', 'flink-jobmanager');
    expect(other.spec.template.metadata.annotations['checksum/flink-job']).not.toBe(
      jobManager.spec.template.metadata.annotations['checksum/flink-job'],
    );
  });

  test("a Python program is run by Flink's driver, with the arguments of the user last", () => {
    const artifact = JobArtifact.pythonFile(FlinkFile.fromText('job.py', 'print(1)\n'), {
      executable: '/usr/bin/python3',
      files: ['/opt/app/lib.zip'],
    });
    expect(args({ artifact, args: ['--x'] }, { image: 'registry.example.com/pyflink:1.20.4' })).toEqual([
      'standalone-job',
      '--job-classname',
      'org.apache.flink.client.python.PythonDriver',
      '--',
      '-pyclientexec',
      '/usr/bin/python3',
      '-pyexec',
      '/usr/bin/python3',
      '-pyfs',
      '/opt/app/lib.zip',
      '-py',
      '/opt/flink/job/job.py',
      '--x',
    ]);
  });
});

describe('reactive mode', () => {
  test('has no fixed number of TaskManagers with an autoscaler', () => {
    const all = manifests(application({ reactive: ReactiveMode.autoscaled({ minReplicas: 2, maxReplicas: 8 }) }));
    expect(only(all, 'Deployment', 'flink-taskmanager').spec).not.toHaveProperty('replicas');
    expect(only(all, 'Deployment', 'flink-jobmanager').spec.replicas).toBe(1);
    expect(only(all, 'HorizontalPodAutoscaler', 'flink-taskmanager').spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 8,
      scaleTargetRef: { kind: 'Deployment', name: 'flink-taskmanager' },
    });
    expect(flinkConfig(all).get('scheduler-mode')).toBe('reactive');
  });

  test('has the number of TaskManagers of the cluster without an autoscaler', () => {
    const all = manifests(application({ reactive: ReactiveMode.fixedReplicas(), taskManager: { replicas: 3 } }));
    expect(only(all, 'Deployment', 'flink-taskmanager').spec.replicas).toBe(3);
  });
});

test('an application has the same objects as a session cluster', () => {
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = new FlinkApplicationCluster(chart, 'Orders', {
    version: FlinkVersion.V1_20,
    job: { artifact: JAR, parallelism: 3 },
  });
  expect([cluster.clusterName, cluster.namespace, cluster.restServiceName]).toEqual([
    'orders',
    'flink',
    'orders-jobmanager-rest',
  ]);
  expect(cluster.configuration.explain('parallelism.default').origin).toBe('job.parallelism');
  expect(configFile(manifests(chart), 'config.yaml')).toContain('parallelism.default: 3');
});
