import { ApiObject } from 'cdk8s';
import {
  type FlinkContribution,
  FlinkFile,
  FlinkSessionCluster,
  FlinkVersion,
  Hardening,
  type IFlinkContext,
  type IFlinkFeature,
} from '../../src';
import { fullPodOptions } from '../support/full-props';
import {
  cluster,
  configFile,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  problems,
  workloads,
} from '../support/synth';

/** A feature that uses every kind of contribution. */
class Everything implements IFlinkFeature {
  public bind({ clusterName, version, namespace }: IFlinkContext): FlinkContribution {
    return {
      configuration: { 'my.option': `${clusterName} ${version.releaseLine} ${namespace}` },
      pods: { env: [{ name: 'MINE', value: 'yes' }] },
      files: [FlinkFile.fromText('mine.xml', '<mine/>')],
      jobManagerRules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      manifests: [
        { apiVersion: 'v1', kind: 'Secret', name: `${clusterName}-mine`, fields: { stringData: { a: 'b' } } },
      ],
      checks: [{ check: (options) => (options['rest.port'] === '9999' ? ['not on 9999'] : []) }],
    };
  }
}

function contributing(contribution: FlinkContribution): { features: IFlinkFeature[] } {
  return { features: [{ bind: () => contribution }] };
}

describe('a custom feature', () => {
  const made = cluster({ namespace: 'streams', features: [new Everything()] });
  const all = manifests(made);
  const [jobManager, taskManager] = workloads(all);

  test('sets options from the properties of the cluster', () => {
    expect(flinkConfig(all).get('my.option')).toBe('flink 1.20 streams');
  });

  test('adds variables and files', () => {
    for (const workload of [jobManager, taskManager]) {
      expect(mainContainer(workload).env).toEqual([{ name: 'MINE', value: 'yes' }]);
      expect(podOf(workload).volumes[0].configMap.items).toContainEqual({ key: 'mine.xml', path: 'mine.xml' });
    }
    expect(configFile(all, 'mine.xml')).toBe('<mine/>');
  });

  test('grants its permissions to the role that needs them', () => {
    const name = 'flink-jobmanager';
    expect(only(all, 'Role', name).rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    const { roleRef, subjects } = only(all, 'RoleBinding', name);
    expect([roleRef, subjects]).toEqual([
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      [{ kind: 'ServiceAccount', name, namespace: 'streams' }],
    ]);
    expect([jobManager, taskManager].map((workload) => podOf(workload).automountServiceAccountToken)).toEqual([
      true,
      false,
    ]);
    expect(names(all)).not.toContain('Role/flink-taskmanager');
  });

  test('adds its objects with the labels and the namespace of the cluster', () => {
    expect(only(all, 'Secret')).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'flink-mine',
        namespace: 'streams',
        labels: only(all, 'ConfigMap').metadata.labels,
      },
      stringData: { a: 'b' },
    });
    expect(
      only(
        manifests({
          labels: { a: 'b' },
          annotations: { c: 'd' },
          features: [new Everything()],
        }),
        'Secret',
      ).metadata,
    ).toMatchObject({ labels: { a: 'b' }, annotations: { c: 'd' } });
  });

  test('checks the effective options', () => {
    expect(problems(() => manifests({ features: [new Everything()], configuration: { 'rest.port': 9999 } }))).toEqual([
      {
        path: 'chart/Flink',
        id: 'FLK-FEAT-03',
        property: 'features[0]',
        text: 'a check of this feature failed: not on 9999. Fix: follow the finding.',
      },
    ]);
  });

  test('is bound once', () => {
    let asked = 0;
    const counted = cluster({
      features: [
        {
          bind: () => {
            asked++;
            return {};
          },
        },
      ],
    });
    manifests(counted);
    manifests(counted);
    expect(counted.warnings).toEqual([]);
    expect(asked).toBe(1);
  });
});

describe('a feature can contribute', () => {
  test('every part of a pod, to both roles or to one', () => {
    const { volumes, volumeMounts, initContainers, sidecars } = fullPodOptions() as any;
    const parts = {
      env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
      envFrom: [{ secretRef: { name: 'a' } }],
      volumes,
      volumeMounts,
      ports: [{ name: 'metrics', containerPort: 9249 }],
      initContainers,
      containers: sidecars,
      labels: { a: 'b' },
      annotations: { c: 'd' },
    };
    const holds = (workload: any): boolean[] => {
      const container = mainContainer(workload);
      const {
        template: {
          metadata: { labels, annotations },
          spec,
        },
      } = workload.spec;
      return [
        container.env?.[0].name === 'A',
        container.envFrom?.length === 1,
        spec.volumes[0].name === 'data',
        container.volumeMounts[0].mountPath === '/data',
        container.ports.some(({ name }: any) => name === 'metrics'),
        spec.initContainers?.length === 1,
        spec.containers.length === 2,
        labels.a === 'b',
        annotations.c === 'd',
      ];
    };
    const all = Array(9).fill(true);
    const none = Array(9).fill(false);
    expect(workloads(manifests(contributing({ pods: parts }))).map(holds)).toEqual([all, all]);
    expect(workloads(manifests(contributing({ jobManager: parts }))).map(holds)).toEqual([all, none]);
    expect(workloads(manifests(contributing({ taskManager: parts }))).map(holds)).toEqual([none, all]);
  });

  test('permissions for both roles or for one', () => {
    const rule = { apiGroups: ['apps'], resources: ['deployments'], verbs: ['list'] };
    const roles = (contribution: FlinkContribution): string[] =>
      names(manifests(contributing(contribution))).filter((name) => name.startsWith('Role/'));
    expect(roles({ rules: [rule] })).toEqual(['Role/flink-jobmanager', 'Role/flink-taskmanager']);
    expect(roles({ jobManagerRules: [rule] })).toEqual(['Role/flink-jobmanager']);
    expect(roles({ taskManagerRules: [rule] })).toEqual(['Role/flink-taskmanager']);
  });

  test('permissions for a given ServiceAccount', () => {
    const all = manifests({
      ...contributing({ rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }),
      serviceAccount: fullPodOptions().serviceAccount,
    });
    expect(names(all).filter((name) => name.startsWith('ServiceAccount'))).toEqual([]);
    expect(only(all, 'RoleBinding', 'flink-taskmanager').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'given-account' },
    ]);
  });

  test('permissions with Hardening.NONE', () => {
    const all = manifests({
      ...contributing({ jobManagerRules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }),
      hardening: Hardening.NONE,
    });
    expect(names(all).filter((name) => name.startsWith('ServiceAccount'))).toEqual(['ServiceAccount/flink-jobmanager']);
    expect(
      workloads(all).map((workload) => [
        podOf(workload).serviceAccountName,
        podOf(workload).automountServiceAccountToken,
      ]),
    ).toEqual([
      ['flink-jobmanager', true],
      [undefined, undefined],
    ]);
  });

  test('the Service of the REST endpoint', () => {
    expect(
      only(
        manifests(
          contributing({
            restService: {
              type: 'Headless',
              annotations: { a: 'b' },
            },
          }),
        ),
        'Service',
        'flink-jobmanager-rest',
      ),
    ).toMatchObject({ metadata: { annotations: { a: 'b' } }, spec: { clusterIP: 'None' } });
  });

  test('defaults, which explicit values replace', () => {
    const feature = {
      bind: () => ({
        defaults: {
          a: 1,
          b: 1,
          c: 1,
          'taskmanager.numberOfTaskSlots': 7,
          'jobmanager.memory.process.size': '3g',
        },
      }),
    };
    const options = flinkConfig(
      manifests({
        features: [feature, { bind: () => ({ configuration: { b: 2 } }) }],
        configuration: { a: 2 },
        taskManager: { taskSlots: 3 },
      }),
    );
    expect(
      ['a', 'b', 'c', 'taskmanager.numberOfTaskSlots', 'jobmanager.memory.process.size'].map((key) => options.get(key)),
    ).toEqual(['2', '2', '1', '3', '3g']);
  });

  test('defaults, of which the first one wins', () => {
    const features = [1, 2].map((value) => ({ bind: () => ({ defaults: { a: value } }) }));
    expect(flinkConfig(manifests({ features })).get('a')).toBe('1');
  });

  test('objects, which must not have the name of an object of another feature', () => {
    const manifest = { apiVersion: 'v1', kind: 'Secret', name: 'flink-mine', fields: { data: {} } };
    const findings = problems(() =>
      manifests({ features: [1, 2].map(() => ({ bind: () => ({ manifests: [manifest] }) })) }),
    );
    expect(findings.map(({ id }) => id)).toEqual(['FLK-NAME-04']);
  });

  test('objects, which must not have the name of an object of the cluster', () => {
    const findings = problems(() =>
      manifests(
        contributing({
          manifests: [
            {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              name: 'flink-config',
              fields: { data: {} },
            },
          ],
        }),
      ),
    );
    expect(findings.map(({ id }) => id)).toEqual(['FLK-NAME-04']);
  });
});

describe('a feature', () => {
  class Mine implements IFlinkFeature {
    public constructor(private readonly contribution: any) {}
    public bind(): FlinkContribution {
      return typeof this.contribution === 'function' ? this.contribution() : this.contribution;
    }
  }

  test.each<{ what: string; contribution: any; id: string; property: string }>([
    {
      what: 'throws',
      contribution: () => {
        throw new Error('first line\nsecond line');
      },
      id: 'FLK-FEAT-01',
      property: 'features[0]',
    },
    {
      what: 'throws a value that is not an Error',
      contribution: () => {
        throw 'text';
      },
      id: 'FLK-FEAT-01',
      property: 'features[0]',
    },
    { what: 'returns a string', contribution: 'x', id: 'FLK-TYPE-02', property: 'features[0].bind()' },
    { what: 'returns null', contribution: null, id: 'FLK-TYPE-02', property: 'features[0].bind()' },
    {
      what: 'returns an unknown property',
      contribution: { configurations: {} },
      id: 'FLK-TYPE-03',
      property: 'features[0].bind().configurations',
    },
    {
      what: 'returns a map instead of a list',
      contribution: { files: {} },
      id: 'FLK-TYPE-02',
      property: 'features[0].bind().files',
    },
    {
      what: 'sets a label of the library',
      contribution: { pods: { labels: { app: 'x' } } },
      id: 'FLK-LABEL-03',
      property: 'features[0].bind().pods.labels.app',
    },
    {
      what: 'adds a file of the library',
      contribution: { files: [FlinkFile.fromText('config.yaml', '')] },
      id: 'FLK-FILE-03',
      property: 'features[0]',
    },
    {
      what: 'sets an option of the library',
      contribution: { configuration: { 'kubernetes.cluster-id': 'x' } },
      id: 'FLK-CONF-04',
      property: 'features[0].kubernetes.cluster-id',
    },
    {
      what: 'returns a rule without verbs',
      contribution: { rules: [{ apiGroups: [''], resources: ['pods'] }] },
      id: 'FLK-TYPE-01',
      property: 'features[0].bind().rules[0].verbs',
    },
    {
      what: 'returns an unknown Service type',
      contribution: { restService: { type: 'ExternalName' } },
      id: 'FLK-TYPE-02',
      property: 'features[0].bind().restService.type',
    },
    {
      what: 'returns an invalid name',
      contribution: { manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'A B', fields: {} }] },
      id: 'FLK-NAME-05',
      property: 'features[0].bind().manifests[0].name',
    },
  ])('that $what is reported with its property', ({ contribution, id, property }) => {
    const findings = problems(() => manifests({ features: [new Mine(contribution)] }));
    expect(
      findings.filter((one) => one.id === id && one.property === property && one.path === 'chart/Flink'),
    ).toHaveLength(1);
  });

  test('is named in the message about a contradiction', () => {
    const [finding] = problems(() =>
      manifests({ features: [new Mine({ configuration: { a: 1 } })], configuration: { a: 2 } }),
    );
    expect(finding!.text).toContain('configuration sets "2", but feature Mine sets another value');
  });

  test('that returns undefined is valid', () => {
    expect(problems(() => manifests({ features: [new Mine(undefined)] }))).toEqual([]);
  });

  test('that is invalid does not prevent the synthesis of the other objects', () => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      features: [
        new Mine(() => {
          throw new Error('boo');
        }),
      ],
    });
    expect(chart.node.findAll().filter(ApiObject.isApiObject)).toHaveLength(7);
  });
});
