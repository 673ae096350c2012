import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { jobManager, rule, type Row } from './row';
import { FlinkVersion, LocalRecovery } from '../../../src';
import { newChart } from '../../support/synth';

const ON_CLAIMS = { localRecovery: LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(1) }) };
const SHA = 'a'.repeat(64);

function account(name: string): Row['bad'] {
  return { serviceAccount: kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', name) };
}

export const NAMES: readonly Row[] = [
  ...rule(
    'FLK-NAME-01',
    {
      what: 'capitals and an underscore',
      bad: { clusterName: 'My_Flink' },
      at: 'clusterName',
      says: ['"My_Flink"', 'start with a letter', 'write my-flink'],
      good: { clusterName: 'my-flink' },
    },
    {
      what: 'an empty name',
      bad: { clusterName: '' },
      at: 'clusterName',
      says: ['""', 'start with a letter', 'write flink'],
      good: { clusterName: 'f' },
    },
    {
      what: 'a leading space',
      bad: { clusterName: ' flink' },
      at: 'clusterName',
      says: ['" flink"', 'contain only a-z', 'write flink'],
      good: { clusterName: 'flink' },
    },
    {
      what: 'a leading digit',
      bad: { clusterName: '1flink' },
      at: 'clusterName',
      says: ['"1flink"', 'start with a letter', 'write flink'],
      good: { clusterName: 'flink1' },
    },
    {
      what: 'a trailing dash',
      bad: { clusterName: 'flink-' },
      at: 'clusterName',
      says: ['"flink-"', 'not end with "-"', 'write flink'],
      good: { clusterName: 'f-link' },
    },
    {
      what: 'a dot',
      bad: { clusterName: 'flink.1' },
      at: 'clusterName',
      says: ['"flink.1"', 'contain only', 'write flink-1'],
      good: { clusterName: 'flink-1' },
    },
    {
      what: 'a Cyrillic letter',
      bad: { clusterName: 'fl\u0456nk' },
      at: 'clusterName',
      says: ['"fl\\u0456nk"', 'contains U+0456', 'write fl-nk'],
      good: { clusterName: 'flink' },
    },
    {
      what: 'a name without letters',
      bad: { clusterName: '123' },
      at: 'clusterName',
      says: ['"123"', 'start with a letter', 'write flink'],
      good: { clusterName: 'a123' },
    },
  ),
  ...rule(
    'FLK-NAME-02',
    {
      what: 'a name of 46 characters',
      bad: { clusterName: 'a'.repeat(46) },
      at: 'clusterName',
      says: ['the name has 46 characters; derived object names need at most 45', `write ${'a'.repeat(45)}.`],
      good: { clusterName: 'a'.repeat(45) },
    },
    {
      what: 'a name too long for a StatefulSet',
      bad: { clusterName: 'a'.repeat(41), ...ON_CLAIMS },
      at: 'clusterName',
      says: ['the name has 41 characters; derived object names need at most 40'],
      good: { clusterName: 'a'.repeat(40), ...ON_CLAIMS },
    },
    {
      what: 'a name too long for the Service of queryable state',
      bad: { clusterName: 'a'.repeat(40), version: FlinkVersion.V1_17, queryableState: {} },
      at: 'clusterName',
      says: ['the name has 40 characters; derived object names need at most 39', `write ${'a'.repeat(39)}.`],
      good: { clusterName: 'a'.repeat(39), version: FlinkVersion.V1_17, queryableState: {} },
    },
  ),
  ...rule(
    'FLK-NAME-03',
    {
      what: 'a space and capitals',
      bad: { namespace: 'My NS' },
      at: 'namespace',
      says: ['"My NS"', 'not a valid namespace', 'a-z, 0-9'],
      good: { namespace: 'my-ns' },
    },
    {
      what: 'an empty namespace',
      bad: { namespace: '' },
      at: 'namespace',
      says: ['""', 'not a valid namespace', 'at most 63'],
      good: { namespace: 'a' },
    },
    {
      what: 'a namespace of 64 characters',
      bad: { namespace: 'a'.repeat(64) },
      at: 'namespace',
      says: ['not a valid namespace', 'at most 63'],
      good: { namespace: 'a'.repeat(63) },
    },
  ),
  ...rule(
    'FLK-NAME-05',
    {
      what: 'a ServiceAccount name with a space',
      bad: account('BAD SA'),
      at: 'serviceAccount.name',
      says: ['"BAD SA"', 'not a valid name of an object', 'letter or digit at both ends'],
      good: account('good.sa'),
    },
    {
      what: 'a Cyrillic letter in a priority class',
      bad: { priorityClassName: 'h\u0456gh' },
      at: 'priorityClassName',
      says: ['contains U+0456', 'use a-z'],
      good: { priorityClassName: 'high' },
    },
    {
      what: 'a runtime class with a capital',
      bad: jobManager({ runtimeClassName: 'gVisor' }),
      at: 'jobManager.runtimeClassName',
      says: ['"gVisor"', 'not a valid name', 'use a-z'],
      good: jobManager({ runtimeClassName: 'gvisor' }),
    },
    {
      what: 'a Secret name with an underscore',
      bad: { imagePullSecrets: [{ name: 'a_b' }] },
      at: 'imagePullSecrets[0].name',
      says: ['"a_b"', 'not a valid name', 'use a-z'],
      good: { imagePullSecrets: [{ name: 'a-b' }] },
    },
    {
      what: 'an empty scheduler name',
      bad: { schedulerName: '' },
      at: 'schedulerName',
      says: ['""', 'not a valid name', 'use a-z'],
      good: { schedulerName: 'volcano' },
    },
  ),
  ...rule('FLK-NAME-06', {
    what: 'a namespace reserved for Kubernetes',
    bad: { namespace: 'kube-system' },
    at: 'namespace',
    says: ['"kube-system"', 'reserved for Kubernetes', 'another namespace'],
    good: { namespace: 'kubes' },
  }),
  ...rule(
    'FLK-VER-01',
    {
      what: 'a version that is not a release number',
      bad: { version: FlinkVersion.of('latest'), image: 'flink:1.20.4' },
      at: 'version',
      says: ['"latest"', 'not a valid version', 'FlinkVersion.V1_20'],
      good: { version: FlinkVersion.of('1.20'), image: 'flink:1.20.4' },
    },
    {
      what: 'a number as the version',
      bad: { version: FlinkVersion.of(1.2 as any), image: 'flink:1.20.4' },
      at: 'version',
      says: ['got 1.2;', 'not a valid version', 'FlinkVersion.of'],
      good: { version: FlinkVersion.of('1.20.4') },
    },
  ),
  ...rule('FLK-VER-02', {
    what: 'version 1.10',
    bad: { version: FlinkVersion.of('1.10'), image: 'flink:1.10.3' },
    at: 'version',
    says: ['"1.10"', 'before 1.11', '1.11 or newer'],
    good: { version: FlinkVersion.of('1.11') },
  }),
  ...rule(
    'FLK-VER-03',
    {
      what: 'an unknown newer release',
      bad: { version: FlinkVersion.of('2.9'), image: 'flink:2.9.0' },
      at: 'version',
      says: ['"2.9"', 'does not know the release', 'upgrade the library'],
      good: { version: FlinkVersion.V2_3, image: 'flink:2.3.0' },
    },
    {
      what: 'a release that does not exist',
      bad: { version: FlinkVersion.of('1.21'), image: 'flink:1.21.0' },
      at: 'version',
      says: ['"1.21"', 'does not know the release', 'check the result'],
      good: { version: FlinkVersion.V1_20 },
    },
  ),
];

export const LABELS: readonly Row[] = [
  ...rule(
    'FLK-LABEL-01',
    {
      what: 'a key with a space',
      bad: { labels: { 'team name': 'a' } },
      at: 'labels.team name',
      says: ['"team name"', 'not a valid label key', '[prefix/]name'],
      good: { labels: { 'team-name': 'a' } },
    },
    {
      what: 'a key without a prefix before the slash',
      bad: { podLabels: { '/x': 'a' } },
      at: 'podLabels./x',
      says: ['"/x"', 'not a valid label key'],
      good: { podLabels: { 'a/x': 'a' } },
    },
    {
      what: 'a key with two slashes',
      bad: { podLabels: { 'a/b/c': 'a' } },
      at: 'podLabels.a/b/c',
      says: ['"a/b/c"', 'not a valid label key'],
      good: { podLabels: { 'a.b/c': 'a' } },
    },
    {
      what: 'a prefix of 254 characters',
      bad: { labels: { [`${'a'.repeat(254)}/x`]: 'a' } },
      at: `labels.${'a'.repeat(254)}/x`,
      says: ['not a valid label key'],
      good: { labels: { [`${'a'.repeat(253)}/x`]: 'a' } },
    },
    {
      what: 'a key with a Cyrillic letter',
      bad: { nodeSelector: { zоne: 'a' } },
      at: 'nodeSelector.z\u043Ene',
      says: ['contains U+043E'],
      good: { nodeSelector: { zone: 'a' } },
    },
    {
      what: 'an invalid key in a pod template',
      bad: { podTemplate: { metadata: { labels: { 'a b': 'c' } } } },
      at: 'podTemplate.metadata.labels.a b',
      says: ['not a valid label key'],
      good: { podTemplate: { metadata: { labels: { 'a-b': 'c' } } } },
    },
  ),
  ...rule(
    'FLK-LABEL-02',
    {
      what: 'a value with a space',
      bad: { labels: { team: 'data platform' } },
      at: 'labels.team',
      says: ['"data platform"', 'not a valid label value; it has 13 characters', 'annotation'],
      good: { labels: { team: 'data-platform' } },
    },
    {
      what: 'a value of 64 characters',
      bad: { podLabels: { team: 'a'.repeat(64) } },
      at: 'podLabels.team',
      says: ['it has 64 characters of at most 63', 'shorten it'],
      good: { podLabels: { team: 'a'.repeat(63) } },
    },
    {
      what: 'a value with a trailing dash',
      bad: { nodeSelector: { team: 'a-' } },
      at: 'nodeSelector.team',
      says: ['"a-"', 'start and end with'],
      good: { nodeSelector: { team: '' } },
    },
  ),
  ...rule(
    'FLK-LABEL-03',
    ...['app', 'component', 'type', 'configmap-type', 'app.kubernetes.io/name', 'app.kubernetes.io/instance'].flatMap(
      (label) => [
        {
          what: `the object label ${label}`,
          bad: { labels: { [label]: 'a' } },
          at: `labels.${label}`,
          says: ['"a"', 'selects pods', 'another key'],
          good: { labels: { [`${label}s`]: 'a' } },
        },
        {
          what: `the pod label ${label}`,
          bad: { podLabels: { [label]: 'a' } },
          at: `podLabels.${label}`,
          says: ['selects pods'],
          good: { podLabels: { [`${label}s`]: 'a' } },
        },
      ],
    ),
    {
      what: 'a reserved label in the pod template',
      bad: { podTemplate: { metadata: { labels: { app: 'other' } } } },
      at: 'podTemplate.metadata.labels.app',
      says: ['selects pods'],
      good: { podTemplate: { metadata: { labels: { application: 'other' } } } },
    },
  ),
  ...rule(
    'FLK-LABEL-04',
    {
      what: 'a key with a space',
      bad: { annotations: { 'a b': 'c' } },
      at: 'annotations.a b',
      says: ['"a b"', 'not a valid annotation key', '[prefix/]name'],
      good: { annotations: { 'a-b': 'any text: at all' } },
    },
    {
      what: 'a key without a name after the slash',
      bad: { podAnnotations: { 'a/': 'c' } },
      at: 'podAnnotations.a/',
      says: ['"a/"', 'not a valid annotation key'],
      good: { podAnnotations: { 'A.B/c': 'c' } },
    },
  ),
  ...rule('FLK-LABEL-05', {
    what: 'annotations larger than 256 KiB',
    bad: { annotations: { a: 'x'.repeat(262144) } },
    at: 'annotations',
    says: ['262145 bytes', 'at most 262144', 'in a ConfigMap'],
    good: { annotations: { a: 'x'.repeat(262143) } },
  }),
  ...rule(
    'FLK-LABEL-06',
    ...['argocd.argoproj.io/instance', 'kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'].flatMap(
      (key) => [
        {
          what: `the pod label ${key}`,
          bad: { podLabels: { [key]: 'a' } },
          at: `podLabels.${key}`,
          says: ['GitOps tool', 'on objects'],
          good: { labels: { [key]: 'a' } },
        },
        {
          what: `the pod annotation ${key}`,
          bad: jobManager({ podAnnotations: { [key]: 'a' } }),
          at: `jobManager.podAnnotations.${key}`,
          says: ['GitOps tool'],
          good: { annotations: { [key]: 'a' } },
        },
      ],
    ),
  ),
];

export const IMAGES: readonly Row[] = [
  ...rule(
    'FLK-IMG-01',
    ...(
      [
        { image: '', good: 'flink:1' },
        { image: ' flink:1.20', good: 'flink:1.20' },
        { image: 'Flink:1.20', good: 'a/flink:1.20' },
        { image: 'flink:1.20@sha256:short', good: `flink:1.20@sha256:${SHA}` },
        { image: 'https://r.io/flink:1.20', good: 'r.io/flink:1.20' },
        { image: 'flink:', good: 'flink:1.20' },
      ] as const
    ).map(({ image, good }) => ({
      what: JSON.stringify(image),
      bad: jobManager({ image }),
      at: 'JobManager › image',
      says: [JSON.stringify(image), 'not a valid image reference', 'name:tag'],
      good: jobManager({ image: good }),
    })),
    {
      what: 'a sidecar without an image',
      bad: jobManager({ sidecars: [{ name: 'side' }] }),
      at: 'JobManager › containers.side.image',
      says: ['not a valid image reference'],
      good: jobManager({ sidecars: [{ name: 'side', image: 'busybox:1' }] }),
    },
  ),
  ...rule('FLK-IMG-02', {
    what: 'a release without an official image',
    bad: { version: FlinkVersion.V2_3, taskManager: { image: 'flink:2.3.0' } },
    at: 'JobManager › image',
    says: ['no official image of Flink 2.3', 'set image'],
    good: { version: FlinkVersion.V2_3, image: 'flink:2.3.0' },
  }),
  ...rule(
    'FLK-IMG-03',
    ...['flink', 'flink:latest', 'r.io:5000/flink'].map((image) => ({
      what: image,
      bad: jobManager({ image }),
      at: 'JobManager › image',
      says: [`"${image}"`, 'another image later', 'flink:1.20.4'],
      good: jobManager({ image, imageDigest: `sha256:${SHA}` }),
    })),
  ),
  ...rule(
    'FLK-IMG-04',
    {
      what: 'an image of another Flink release',
      bad: jobManager({ image: 'flink:1.18.1' }),
      at: 'JobManager › image',
      says: ['"flink:1.18.1"', 'contains Flink 1.18, but version is 1.20', 'the same release'],
      good: jobManager({ image: 'flink:1.20.1-scala_2.12-java17' }),
    },
    {
      what: 'an image of another Flink release from a mirror',
      bad: jobManager({ image: 'mirror.io/a/flink:2.0' }),
      at: 'JobManager › image',
      says: ['contains Flink 2.0'],
      good: jobManager({ image: 'mirror.io/a/flink-jobs:2.0' }),
    },
  ),
  ...rule(
    'FLK-IMG-05',
    ...(
      [
        { imageRegistry: 'https://r.io', good: 'r.io' },
        { imageRegistry: 'r.io/A', good: 'r.io/a' },
        { imageRegistry: 'r.io//a', good: 'r.io/a' },
        { imageRegistry: '', good: 'r' },
        { imageRegistry: 'r_.io', good: 'r.io:5000/' },
      ] as const
    ).map(({ imageRegistry, good }) => ({
      what: JSON.stringify(imageRegistry),
      bad: jobManager({ imageRegistry }),
      at: 'JobManager › imageRegistry',
      says: [JSON.stringify(imageRegistry), 'not a valid registry', 'without a scheme'],
      good: jobManager({ imageRegistry: good }),
    })),
  ),
  ...rule(
    'FLK-IMG-06',
    {
      what: 'a digest that is too short',
      bad: jobManager({ imageDigest: 'sha256:abc' }),
      at: 'JobManager › imageDigest',
      says: ['"sha256:abc"', 'not a valid digest', '64 hexadecimal digits'],
      good: jobManager({ imageDigest: `sha256:${SHA}` }),
    },
    {
      what: 'a digest without an algorithm',
      bad: jobManager({ imageDigest: SHA }),
      at: 'JobManager › imageDigest',
      says: ['not a valid digest'],
      good: jobManager({ imageDigest: `sha256:${SHA}` }),
    },
  ),
];
