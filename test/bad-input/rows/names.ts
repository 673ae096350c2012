import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { jobManager, row, rule, type Row } from './row';
import { FlinkVersion, LocalRecovery } from '../../../src';
import { newChart } from '../../support/synth';

const ON_CLAIMS = { localRecovery: LocalRecovery.onVolumeClaims({ size: Size.gibibytes(1) }) };
const SHA = 'a'.repeat(64);

function account(name: string): Row['bad'] {
  return { serviceAccount: kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', name) };
}

export const NAMES: readonly Row[] = [
  ...rule(
    'FLK-NAME-01',
    row(
      'capitals and an underscore',
      { clusterName: 'My_Flink' },
      'clusterName',
      ['"My_Flink"', 'start with a letter', 'write my-flink'],
      { clusterName: 'my-flink' },
    ),
    row('an empty name', { clusterName: '' }, 'clusterName', ['""', 'start with a letter', 'write flink'], {
      clusterName: 'f',
    }),
    row('a blank', { clusterName: ' flink' }, 'clusterName', ['" flink"', 'hold only a-z', 'write flink'], {
      clusterName: 'flink',
    }),
    row(
      'a digit in front',
      { clusterName: '1flink' },
      'clusterName',
      ['"1flink"', 'start with a letter', 'write flink'],
      { clusterName: 'flink1' },
    ),
    row(
      'a dash at the end',
      { clusterName: 'flink-' },
      'clusterName',
      ['"flink-"', 'not end with "-"', 'write flink'],
      { clusterName: 'f-link' },
    ),
    row('a dot', { clusterName: 'flink.1' }, 'clusterName', ['"flink.1"', 'hold only', 'write flink-1'], {
      clusterName: 'flink-1',
    }),
    row(
      'a Cyrillic letter',
      { clusterName: 'fl\u0456nk' },
      'clusterName',
      ['"fl\\u0456nk"', 'contains U+0456', 'write fl-nk'],
      { clusterName: 'flink' },
    ),
    row('no letter at all', { clusterName: '123' }, 'clusterName', ['"123"', 'start with a letter', 'write flink'], {
      clusterName: 'a123',
    }),
  ),
  ...rule(
    'FLK-NAME-02',
    row(
      '46 characters',
      { clusterName: 'a'.repeat(46) },
      'clusterName',
      ['it has 46 characters; at most 45', `write ${'a'.repeat(45)}.`],
      { clusterName: 'a'.repeat(45) },
    ),
    row(
      'a name that is too long for a StatefulSet',
      { clusterName: 'a'.repeat(41), ...ON_CLAIMS },
      'clusterName',
      ['it has 41 characters; at most 40'],
      { clusterName: 'a'.repeat(40), ...ON_CLAIMS },
    ),
    row(
      'a name that is too long for the Service of queryable state',
      { clusterName: 'a'.repeat(40), version: FlinkVersion.V1_17, queryableState: {} },
      'clusterName',
      ['it has 40 characters; at most 39', `write ${'a'.repeat(39)}.`],
      { clusterName: 'a'.repeat(39), version: FlinkVersion.V1_17, queryableState: {} },
    ),
  ),
  ...rule(
    'FLK-NAME-03',
    row('a blank and capitals', { namespace: 'My NS' }, 'namespace', ['"My NS"', 'no namespace', 'a-z, 0-9'], {
      namespace: 'my-ns',
    }),
    row('an empty namespace', { namespace: '' }, 'namespace', ['""', 'no namespace', 'at most 63'], { namespace: 'a' }),
    row('64 characters', { namespace: 'a'.repeat(64) }, 'namespace', ['no namespace', 'at most 63'], {
      namespace: 'a'.repeat(63),
    }),
  ),
  ...rule(
    'FLK-NAME-05',
    row(
      'a service account with a blank',
      account('BAD SA'),
      'serviceAccount.name',
      ['"BAD SA"', 'no name of an object', 'letter or digit at both ends'],
      account('good.sa'),
    ),
    row(
      'a Cyrillic letter in a class',
      { priorityClassName: 'h\u0456gh' },
      'priorityClassName',
      ['contains U+0456', 'use a-z'],
      { priorityClassName: 'high' },
    ),
    row(
      'a runtime class in capitals',
      jobManager({ runtimeClassName: 'gVisor' }),
      'jobManager.runtimeClassName',
      ['"gVisor"', 'no name', 'use a-z'],
      jobManager({ runtimeClassName: 'gvisor' }),
    ),
    row(
      'a Secret with an underscore',
      { imagePullSecrets: [{ name: 'a_b' }] },
      'imagePullSecrets[0].name',
      ['"a_b"', 'no name', 'use a-z'],
      { imagePullSecrets: [{ name: 'a-b' }] },
    ),
    row('an empty scheduler', { schedulerName: '' }, 'schedulerName', ['""', 'no name', 'use a-z'], {
      schedulerName: 'volcano',
    }),
  ),
  ...rule(
    'FLK-NAME-06',
    row(
      'a namespace of Kubernetes',
      { namespace: 'kube-system' },
      'namespace',
      ['"kube-system"', 'belong to Kubernetes', 'of your own'],
      { namespace: 'kubes' },
    ),
  ),
  ...rule(
    'FLK-VER-01',
    row(
      'no version',
      { version: FlinkVersion.of('latest'), image: 'flink:1.20.4' },
      'version',
      ['"latest"', 'no version', 'FlinkVersion.V1_20'],
      { version: FlinkVersion.of('1.20'), image: 'flink:1.20.4' },
    ),
    row(
      'a number',
      { version: FlinkVersion.of(1.2 as any), image: 'flink:1.20.4' },
      'version',
      ['got 1.2;', 'no version', 'FlinkVersion.of'],
      { version: FlinkVersion.of('1.20.4') },
    ),
  ),
  ...rule(
    'FLK-VER-02',
    row(
      '1.10',
      { version: FlinkVersion.of('1.10'), image: 'flink:1.10.3' },
      'version',
      ['"1.10"', 'before 1.11', '1.11 or newer'],
      { version: FlinkVersion.of('1.11') },
    ),
  ),
  ...rule(
    'FLK-VER-03',
    row(
      'an unknown newer release',
      { version: FlinkVersion.of('2.9'), image: 'flink:2.9.0' },
      'version',
      ['"2.9"', 'does not know the release', 'update the library'],
      { version: FlinkVersion.V2_3, image: 'flink:2.3.0' },
    ),
    row(
      'a release that never was',
      { version: FlinkVersion.of('1.21'), image: 'flink:1.21.0' },
      'version',
      ['"1.21"', 'does not know the release', 'check the result'],
      { version: FlinkVersion.V1_20 },
    ),
  ),
];

export const LABELS: readonly Row[] = [
  ...rule(
    'FLK-LABEL-01',
    row(
      'a blank',
      { labels: { 'team name': 'a' } },
      'labels.team name',
      ['"team name"', 'no label key', '[prefix/]name'],
      { labels: { 'team-name': 'a' } },
    ),
    row('nothing before the slash', { podLabels: { '/x': 'a' } }, 'podLabels./x', ['"/x"', 'no label key'], {
      podLabels: { 'a/x': 'a' },
    }),
    row('two slashes', { podLabels: { 'a/b/c': 'a' } }, 'podLabels.a/b/c', ['"a/b/c"', 'no label key'], {
      podLabels: { 'a.b/c': 'a' },
    }),
    row(
      'a prefix of 254 characters',
      { labels: { [`${'a'.repeat(254)}/x`]: 'a' } },
      `labels.${'a'.repeat(254)}/x`,
      ['no label key'],
      { labels: { [`${'a'.repeat(253)}/x`]: 'a' } },
    ),
    row('a Cyrillic letter', { nodeSelector: { zоne: 'a' } }, 'nodeSelector.z\u043Ene', ['contains U+043E'], {
      nodeSelector: { zone: 'a' },
    }),
    row(
      'a key of a pod template',
      { podTemplate: { metadata: { labels: { 'a b': 'c' } } } },
      'podTemplate.metadata.labels.a b',
      ['no label key'],
      { podTemplate: { metadata: { labels: { 'a-b': 'c' } } } },
    ),
  ),
  ...rule(
    'FLK-LABEL-02',
    row(
      'a blank',
      { labels: { team: 'data platform' } },
      'labels.team',
      ['"data platform"', 'no label value; it has 13 characters', 'annotation'],
      { labels: { team: 'data-platform' } },
    ),
    row(
      '64 characters',
      { podLabels: { team: 'a'.repeat(64) } },
      'podLabels.team',
      ['it has 64 characters of at most 63', 'shorten it'],
      { podLabels: { team: 'a'.repeat(63) } },
    ),
    row('a dash at the end', { nodeSelector: { team: 'a-' } }, 'nodeSelector.team', ['"a-"', 'begin and end with'], {
      nodeSelector: { team: '' },
    }),
  ),
  ...rule(
    'FLK-LABEL-03',
    ...['app', 'component', 'type', 'configmap-type', 'app.kubernetes.io/name', 'app.kubernetes.io/instance'].flatMap(
      (label) => [
        row(
          `the object label ${label}`,
          { labels: { [label]: 'a' } },
          `labels.${label}`,
          ['"a"', 'selects pods', 'another key'],
          { labels: { [`${label}s`]: 'a' } },
        ),
        row(`the pod label ${label}`, { podLabels: { [label]: 'a' } }, `podLabels.${label}`, ['selects pods'], {
          podLabels: { [`${label}s`]: 'a' },
        }),
      ],
    ),
    row(
      'a label of the pod template',
      { podTemplate: { metadata: { labels: { app: 'other' } } } },
      'podTemplate.metadata.labels.app',
      ['selects pods'],
      { podTemplate: { metadata: { labels: { application: 'other' } } } },
    ),
  ),
  ...rule(
    'FLK-LABEL-04',
    row(
      'a blank',
      { annotations: { 'a b': 'c' } },
      'annotations.a b',
      ['"a b"', 'no annotation key', '[prefix/]name'],
      { annotations: { 'a-b': 'any text: at all' } },
    ),
    row('an empty name', { podAnnotations: { 'a/': 'c' } }, 'podAnnotations.a/', ['"a/"', 'no annotation key'], {
      podAnnotations: { 'A.B/c': 'c' },
    }),
  ),
  ...rule(
    'FLK-LABEL-05',
    row(
      'more than 256 KiB',
      { annotations: { a: 'x'.repeat(262144) } },
      'annotations',
      ['262145 bytes', 'at most 262144', 'elsewhere'],
      { annotations: { a: 'x'.repeat(262143) } },
    ),
  ),
  ...rule(
    'FLK-LABEL-06',
    ...['argocd.argoproj.io/instance', 'kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'].flatMap(
      (key) => [
        row(`the pod label ${key}`, { podLabels: { [key]: 'a' } }, `podLabels.${key}`, ['GitOps tool', 'on objects'], {
          labels: { [key]: 'a' },
        }),
        row(
          `the pod annotation ${key}`,
          jobManager({ podAnnotations: { [key]: 'a' } }),
          `jobManager.podAnnotations.${key}`,
          ['GitOps tool'],
          { annotations: { [key]: 'a' } },
        ),
      ],
    ),
  ),
];

export const IMAGES: readonly Row[] = [
  ...rule(
    'FLK-IMG-01',
    ...(
      [
        ['', 'flink:1'],
        [' flink:1.20', 'flink:1.20'],
        ['Flink:1.20', 'a/flink:1.20'],
        ['flink:1.20@sha256:short', `flink:1.20@sha256:${SHA}`],
        ['https://r.io/flink:1.20', 'r.io/flink:1.20'],
        ['flink:', 'flink:1.20'],
      ] as const
    ).map(([image, good]) =>
      row(
        JSON.stringify(image),
        jobManager({ image }),
        'JobManager › image',
        [JSON.stringify(image), 'no image reference', 'name:tag'],
        jobManager({ image: good }),
      ),
    ),
    row(
      'a sidecar without an image',
      jobManager({ sidecars: [{ name: 'side' }] }),
      'JobManager › containers.side.image',
      ['no image reference'],
      jobManager({ sidecars: [{ name: 'side', image: 'busybox:1' }] }),
    ),
  ),
  ...rule(
    'FLK-IMG-02',
    row(
      'a release without an image',
      { version: FlinkVersion.V2_3, taskManager: { image: 'flink:2.3.0' } },
      'JobManager › image',
      ['no official image of Flink 2.3', 'set image'],
      { version: FlinkVersion.V2_3, image: 'flink:2.3.0' },
    ),
  ),
  ...rule(
    'FLK-IMG-03',
    ...['flink', 'flink:latest', 'r.io:5000/flink'].map((image) =>
      row(
        image,
        jobManager({ image }),
        'JobManager › image',
        [`"${image}"`, 'tomorrow', 'flink:1.20.4'],
        jobManager({ image, imageDigest: `sha256:${SHA}` }),
      ),
    ),
  ),
  ...rule(
    'FLK-IMG-04',
    row(
      'an image of another release',
      jobManager({ image: 'flink:1.18.1' }),
      'JobManager › image',
      ['"flink:1.18.1"', 'holds Flink 1.18 but the version is 1.20', 'agree'],
      jobManager({ image: 'flink:1.20.1-scala_2.12-java17' }),
    ),
    row(
      'the same behind a mirror',
      jobManager({ image: 'mirror.io/a/flink:2.0' }),
      'JobManager › image',
      ['holds Flink 2.0'],
      jobManager({ image: 'mirror.io/a/flink-jobs:2.0' }),
    ),
  ),
  ...rule(
    'FLK-IMG-05',
    ...(
      [
        ['https://r.io', 'r.io'],
        ['r.io/A', 'r.io/a'],
        ['r.io//a', 'r.io/a'],
        ['', 'r'],
        ['r_.io', 'r.io:5000/'],
      ] as const
    ).map(([imageRegistry, good]) =>
      row(
        JSON.stringify(imageRegistry),
        jobManager({ imageRegistry }),
        'JobManager › imageRegistry',
        [JSON.stringify(imageRegistry), 'no registry', 'without a scheme'],
        jobManager({ imageRegistry: good }),
      ),
    ),
  ),
  ...rule(
    'FLK-IMG-06',
    row(
      'a short digest',
      jobManager({ imageDigest: 'sha256:abc' }),
      'JobManager › imageDigest',
      ['"sha256:abc"', 'no digest', '64 hexadecimal digits'],
      jobManager({ imageDigest: `sha256:${SHA}` }),
    ),
    row(
      'a digest without algorithm',
      jobManager({ imageDigest: SHA }),
      'JobManager › imageDigest',
      ['no digest'],
      jobManager({ imageDigest: `sha256:${SHA}` }),
    ),
  ),
];
