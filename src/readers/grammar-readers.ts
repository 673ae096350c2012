import { join, map, string, type Reader } from './reader';
import { isOwnedLabel, isTrackingKey } from '../kubernetes/labels';
import { isDnsSubdomain, isLabelValue, isQualifiedName, oddCodePoint } from '../kubernetes/names';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/** Readers of names, labels and annotations, which also check what Kubernetes would check. */

export const INVALID_OBJECT_NAME = defineRule({
  id: 'FLK-NAME-05',
  severity: 'error',
  rule: 'not a valid name of an object{hint}',
  fix: 'use a-z, 0-9, "-" and ".", with a letter or digit at both ends',
  source: Sources.KUBERNETES,
});

export const INVALID_LABEL_KEY = defineRule({
  id: 'FLK-LABEL-01',
  severity: 'error',
  rule: 'not a valid label key{hint}',
  fix: 'use [prefix/]name with a name of at most 63 letters, digits, ".", "-" and "_"',
  source: Sources.KUBERNETES,
});

export const INVALID_LABEL_VALUE = defineRule({
  id: 'FLK-LABEL-02',
  severity: 'error',
  rule:
    'not a valid label value{hint}; ' +
    'it has {length} characters of at most 63, and must start and end with a letter or digit',
  fix: 'shorten it, or use an annotation',
  source: Sources.KUBERNETES,
});

export const RESERVED_LABEL = defineRule({
  id: 'FLK-LABEL-03',
  severity: 'error',
  rule: 'the library selects pods and finds objects by this label',
  fix: 'use another key',
  source: Sources.LIBRARY,
});

export const INVALID_ANNOTATION_KEY = defineRule({
  id: 'FLK-LABEL-04',
  severity: 'error',
  rule: 'not a valid annotation key{hint}',
  fix: 'use [prefix/]name with a name of at most 63 letters, digits, ".", "-" and "_"',
  source: Sources.KUBERNETES,
});

export const ANNOTATIONS_TOO_LARGE = defineRule({
  id: 'FLK-LABEL-05',
  severity: 'error',
  rule: 'the annotations have {size} bytes; an object can have at most 262144',
  fix: 'store large values in a ConfigMap',
  source: Sources.KUBERNETES,
});

export const TRACKING_KEY_ON_PODS = defineRule({
  id: 'FLK-LABEL-06',
  severity: 'error',
  rule: 'a GitOps tool would track each pod as a separate object',
  fix: 'set it on objects, with labels or annotations of the cluster',
  source: 'Argo CD and Flux tracking',
});

/** The name of an object. */
export const dnsSubdomain: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given !== undefined && !isDnsSubdomain(given)) {
    report(INVALID_OBJECT_NAME, property, given, { hint: hint(given) });
    return undefined;
  }
  return given;
};

/** Labels of objects. Those that the library sets itself are reported. */
export const objectLabels: Reader<{ [key: string]: string }> = (value, property, report) =>
  labels(value, property, report, false);

/** Labels of pods. Those that the library sets itself, or by which GitOps tools find their objects, are reported. */
export const podLabels: Reader<{ [key: string]: string }> = (value, property, report) =>
  labels(value, property, report, true);

/** A node selector, which can contain any label. */
export const nodeSelector: Reader<{ [key: string]: string }> = (value, property, report) => {
  const given = map(string)(value, property, report);
  return given && keep(given, (key, item) => checkLabel(key, item, join(property, key), report));
};

/** Annotations of objects. */
export const objectAnnotations: Reader<{ [key: string]: string }> = (value, property, report) =>
  annotations(value, property, report, false);

/** Annotations of pods. Those by which GitOps tools find their objects are reported. */
export const podAnnotations: Reader<{ [key: string]: string }> = (value, property, report) =>
  annotations(value, property, report, true);

function labels(
  value: unknown,
  property: string,
  report: Report,
  forPods: boolean,
): { [key: string]: string } | undefined {
  const given = map(string)(value, property, report);
  return (
    given &&
    keep(given, (key, item) => {
      const at = join(property, key);
      if (isOwnedLabel(key)) {
        report(RESERVED_LABEL, at, item);
        return false;
      }
      return checkLabel(key, item, at, report) && (!forPods || checkTracking(key, at, report));
    })
  );
}

function checkLabel(key: string, value: string, at: string, report: Report): boolean {
  if (!isQualifiedName(key)) {
    report(INVALID_LABEL_KEY, at, key, { hint: hint(key) });
    return false;
  }
  if (!isLabelValue(value)) {
    report(INVALID_LABEL_VALUE, at, value, { length: value.length, hint: hint(value) });
    return false;
  }
  return true;
}

const MAX_ANNOTATIONS = 256 * 1024;

function annotations(
  value: unknown,
  property: string,
  report: Report,
  forPods: boolean,
): { [key: string]: string } | undefined {
  const given = map(string)(value, property, report);
  const size = Object.entries(given ?? {}).reduce(
    (sum, [key, item]) => sum + Buffer.byteLength(key) + Buffer.byteLength(item),
    0,
  );
  if (size > MAX_ANNOTATIONS) {
    report(ANNOTATIONS_TOO_LARGE, property, undefined, { size });
    return undefined;
  }
  return (
    given &&
    keep(given, (key) => {
      const at = join(property, key);
      // The API server ignores the case of annotation keys.
      if (!isQualifiedName(key.toLowerCase())) {
        report(INVALID_ANNOTATION_KEY, at, key, { hint: hint(key) });
        return false;
      }
      return !forPods || checkTracking(key, at, report);
    })
  );
}

function checkTracking(key: string, at: string, report: Report): boolean {
  if (isTrackingKey(key)) {
    report(TRACKING_KEY_ON_PODS, at);
    return false;
  }
  return true;
}

/** Names a character that looks like a valid one, for messages. */
export function hint(value: string): string {
  const odd = oddCodePoint(value);
  return odd === undefined ? '' : ` (it contains ${odd})`;
}

/** The entries of a map that pass a check. */
export function keep<T>(
  given: { [key: string]: T },
  accepts: (key: string, value: T) => boolean,
): { [key: string]: T } {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => accepts(key, value)));
}
