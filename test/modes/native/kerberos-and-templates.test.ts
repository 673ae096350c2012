import {
  DeploymentMode,
  FlinkFile,
  FlinkSessionCluster,
  FlinkVersion,
  Hardening,
  KerberosMount,
  type NativeModeOptions,
} from '../../../src';
import { cluster, manifests, newChart, problems } from '../../support/synth';

const KEYTAB = FlinkFile.fromBytes(
  'flink.keytab',
  'BQIAAAA1AAEAC0VYQU1QTEUuT1JHAAVmbGluawAAAAFfAAAAAAEAEQAQAAECAwQFBgcICQoLDA0ODw==',
);
const idsOf = (flink: FlinkSessionCluster): string[] => problems(() => manifests(flink)).map(({ id }) => id);

function native(line: string, more: object = {}, client: NativeModeOptions = {}): FlinkSessionCluster {
  const version = FlinkVersion.of(line);
  return cluster({
    version,
    mode: DeploymentMode.native(client),
    namespace: 'streaming',
    ...(version._isAtLeast('1.13') ? {} : { hardening: Hardening.NONE }),
    ...more,
  });
}

function withKeytab(line: string, keytab: object): FlinkSessionCluster {
  const flink = native(line);
  new KerberosMount(flink, 'Kerberos', {
    ...(keytab as any),
    principal: 'flink@EXAMPLE.ORG',
    krb5ConfFile: FlinkFile.fromText('krb5.conf', '[libdefaults]\n'),
  });
  return flink;
}

/** The Secret of the keytab in the JobManager's pods, and in the pod that Flink creates for a TaskManager. */
function keytabsOf(flink: FlinkSessionCluster): unknown[] {
  const pods = [
    manifests(flink).find(({ kind }) => kind === 'Deployment').spec.template,
    flink.taskManager.previewPod(),
  ];
  return pods.map(({ spec }: any) =>
    spec.volumes
      .filter(({ name }: any) => name === 'kerberos-keytab-volume')
      .map(({ secret }: any) => secret.secretName)
      .join(),
  );
}

describe('Kerberos in native mode', () => {
  test.each(['1.12', '1.13', '1.16', '1.17', '1.20', '2.2'])(
    "of Flink %s mounts a Secret of Flink's own name into both pods",
    (line) => {
      const flink = withKeytab(line, { keytab: { name: 'kerberos-keytab-flink' } });
      expect(keytabsOf(flink)).toEqual(['kerberos-keytab-flink', 'kerberos-keytab-flink']);
      expect(flink.configuration.effective()['kubernetes.decorator.kerberos-mount.enabled']).toBeUndefined();
    },
  );

  test.each(['1.17', '1.20', '2.2'])(
    'of Flink %s mounts a Secret of another name with pod templates, and disables the decorator of Flink',
    (line) => {
      const flink = withKeytab(line, { keytab: { name: 'other' } });
      expect(keytabsOf(flink)).toEqual(['other', 'other']);
      expect(flink.configuration.effective()['kubernetes.decorator.kerberos-mount.enabled']).toBe('false');
    },
  );

  test.each([
    ['1.11', 'FLK-NAT-13'],
    ['1.12', 'FLK-NAT-14'],
    ['1.16', 'FLK-NAT-14'],
  ])('of Flink %s cannot use a Secret of another name', (line, id) => {
    expect(idsOf(withKeytab(line, { keytab: { name: 'other' } }))).toEqual([id]);
  });

  test.each(['1.12', '1.16', '1.17', '2.2'])(
    'of Flink %s creates the Secret that Flink would create for a keytab, with a warning about Git',
    (line) => {
      const flink = withKeytab(line, { keytabFile: KEYTAB });
      expect(manifests(flink)).toContainEqual(
        expect.objectContaining({
          kind: 'Secret',
          metadata: expect.objectContaining({ name: 'kerberos-keytab-flink' }),
        }),
      );
      expect(keytabsOf(flink)).toEqual(['kerberos-keytab-flink', 'kerberos-keytab-flink']);
      expect(flink.warnings.map(({ id }) => id)).toContain('FLK-SECRET-06');
    },
  );
});

describe('a template in another namespace, with parity', () => {
  const preview = (line: string): unknown =>
    new FlinkSessionCluster(newChart(), 'Flink', {
      version: FlinkVersion.of(line),
      namespace: 'streaming',
      mode: DeploymentMode.native({
        parity: true,
        clientFiles: { '/t': FlinkFile.fromText('t', 'kind: Pod\nmetadata: {namespace: other}\nspec: {}\n') },
      }),
      configuration: {
        'jobmanager.memory.process.size': '1600m',
        'taskmanager.memory.process.size': '1728m',
        'kubernetes.pod-template-file.taskmanager': '/t',
      },
    }).taskManager.previewPod().metadata.namespace;

  test.each(['1.13', '1.15', '1.17'])('is rejected by Flink %s when it creates a TaskManager', (line) => {
    expect(() => preview(line)).toThrow(/namespace other.*FLK-NAT-38/);
  });

  test.each(['1.18', '1.20', '2.2'])('is accepted by Flink %s', (line) => {
    expect(preview(line)).toBe('other');
  });
});

describe.each(['1.14', '1.20', '2.2'])('pods of Flink %s with settings of the user', (line) => {
  const mounted = {
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
  };
  const file =
    'kind: Pod\nspec:\n  restartPolicy: Never\n' +
    '  containers: [{name: flink-main-container, volumeMounts: [{name: d, mountPath: /d}]}]\n' +
    '  volumes: [{name: d, emptyDir: {}}]\n';

  test.each<{ what: string; props: object; client: NativeModeOptions }>([
    { what: 'volumes and mounts', props: { taskManager: mounted, jobManager: mounted }, client: {} },
    {
      what: 'a sidecar',
      props: { taskManager: { ...mounted, sidecars: [{ name: 'side', image: 'busybox:1.36' }] } },
      client: {},
    },
    {
      what: 'the restart policy that Flink sets',
      props: { taskManager: { podTemplate: { spec: { restartPolicy: 'Never' } } } },
      client: {},
    },
    {
      what: 'a template file',
      props: { configuration: { 'kubernetes.pod-template-file.taskmanager': '/t' } },
      client: { clientFiles: { '/t': FlinkFile.fromText('t', file) } },
    },
  ])('break neither the hardening nor the rules of a Deployment: $what', ({ props, client }) => {
    expect(idsOf(native(line, props, client))).toEqual([]);
  });
});
