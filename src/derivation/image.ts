import { type FlinkVersion } from '../configuration/flink-version';
import { formatImage, isFixed, parseImage } from '../kubernetes/image';
import { isDnsSubdomain } from '../kubernetes/names';
import { type FlinkPodContribution } from '../props/contribution';
import { type FlinkPodOptions } from '../props/pod-options';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

const GRAMMAR = 'distribution reference grammar';

/** The rules about finished pods report this rule, too. */
export const INVALID_IMAGE = defineRule({
  id: 'FLK-IMG-01',
  severity: 'error',
  rule: 'not a valid image reference',
  fix: 'write [registry/]name:tag or name@sha256:digest, in lower case',
  source: GRAMMAR,
});

export const NO_OFFICIAL_IMAGE = defineRule({
  id: 'FLK-IMG-02',
  severity: 'error',
  rule: 'no official image of Flink {version} is published',
  fix: 'set image',
  source: 'docker-library/official-images',
});

export const FLOATING_TAG = defineRule({
  id: 'FLK-IMG-03',
  severity: 'error',
  acceptable: true,
  rule: 'the tag can point to another image later',
  fix: 'use a tag of one release, such as flink:1.20.4, or a digest',
  source: Sources.LIBRARY,
});

export const IMAGE_OF_OTHER_RELEASE = defineRule({
  id: 'FLK-IMG-04',
  severity: 'error',
  rule: 'the image contains Flink {tagged}, but version is {version}',
  fix: 'use the same release in both',
  source: Sources.LIBRARY,
});

export const INVALID_REGISTRY = defineRule({
  id: 'FLK-IMG-05',
  severity: 'error',
  rule: 'not a valid registry',
  fix: 'write host[:port][/path] in lower case, without a scheme',
  source: GRAMMAR,
});

export const INVALID_DIGEST = defineRule({
  id: 'FLK-IMG-06',
  severity: 'error',
  rule: 'not a valid digest',
  fix: 'write sha256: and 64 hexadecimal digits',
  source: GRAMMAR,
});

/** Init containers without an image get the image of the role. */
export function withImage(contribution: FlinkPodContribution, reference: string): FlinkPodContribution {
  const { initContainers } = contribution;
  return initContainers === undefined || reference === ''
    ? contribution
    : { ...contribution, initContainers: initContainers.map((container) => ({ image: reference, ...container })) };
}

/** The image that pod options select; empty if none is known, which is reported. */
export function image(given: FlinkPodOptions, version: FlinkVersion, report: Report): string {
  const text = given.image ?? version.defaultImage;
  if (text === undefined) {
    if (version._isVersion) {
      report(NO_OFFICIAL_IMAGE, 'image', undefined, { version: version.version });
    }
    return '';
  }
  if (text === version.defaultImage && given.imageRegistry === undefined && given.imageDigest === undefined) {
    return text;
  }
  const parsed = parseImage(text);
  if (parsed === undefined) {
    report(INVALID_IMAGE, 'image', text);
    return text;
  }
  checkRegistry(given, report);
  const reference = { ...parsed, digest: given.imageDigest ?? parsed.digest };
  if (!isFixed(reference)) {
    report(FLOATING_TAG, 'image', text);
  }
  const tagged = /(?:^|\/)flink$/.test(parsed.repository)
    ? /^(\d+\.\d+)(?:\.\d+)?(?:-|$)/.exec(parsed.tag ?? '')?.[1]
    : undefined;
  if (tagged !== undefined && version._isVersion && tagged !== version.releaseLine) {
    report(IMAGE_OF_OTHER_RELEASE, 'image', text, { tagged, version: version.releaseLine });
  }
  const plain = formatImage(reference);
  return given.imageRegistry === undefined ? plain : `${given.imageRegistry.replace(/\/+$/, '')}/${plain}`;
}

function checkRegistry({ imageRegistry, imageDigest }: FlinkPodOptions, report: Report): void {
  const [host, ...path] = (imageRegistry ?? 'localhost').replace(/\/+$/, '').split('/') as [string, ...string[]];
  const isHost = isDnsSubdomain(host.replace(/:\d{1,5}$/, ''));
  if (!isHost || path.some((segment) => !/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(segment))) {
    report(INVALID_REGISTRY, 'imageRegistry', imageRegistry);
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    report(INVALID_DIGEST, 'imageDigest', imageDigest);
  }
}
