import { containersOf, type PodContext, podRule, type PodRule } from './pod-rule';
import {
  POD_SCALARS,
  podFields,
  type PodFields,
  type PodFieldType,
  podTemplateType,
} from '../../kubernetes/pod-schema';
import { join } from '../../readers/reader';
import { Sources } from '../../validation/rule';
import { nearest } from '../../validation/suggest';

/** A field that Kubernetes pods do not have, or a value of another type. */
interface Misfit {
  readonly property: string;
  /** The value and the expected type; absent for an unknown field. */
  readonly got?: unknown;
  readonly expected?: string;
  /** The known field that the unknown field resembles. */
  readonly meant?: string;
}

export const MISSPELLED_FIELD = podRule({
  id: 'FLK-POD-14',
  severity: 'error',
  acceptable: true,
  rule: 'pods have no such field',
  fix: 'write {meant}',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { property, meant } of misfits(context)) {
      if (meant !== undefined) {
        report(property, undefined, { meant });
      }
    }
  },
});

export const WRONG_FIELD_TYPE = podRule({
  id: 'FLK-POD-15',
  severity: 'error',
  rule: 'Kubernetes expects {expected} here',
  fix: 'write {expected}',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { property, got, expected } of misfits(context)) {
      if (expected !== undefined) {
        report(property, got, { expected });
      }
    }
  },
});

export const UNKNOWN_FIELD = podRule({
  id: 'FLK-POD-16',
  severity: 'warning',
  rule:
    'the field is not known here and resembles no known field of pods; an API server that does not know it ' +
    'drops it or rejects the pod',
  fix: 'remove it, or make sure that the Kubernetes cluster is new enough',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { property, meant, expected } of misfits(context)) {
      // A field that resembles no known one may belong to a newer Kubernetes.
      if (meant === undefined && expected === undefined) {
        report(property);
      }
    }
  },
});

const found = new WeakMap<PodContext, readonly Misfit[]>();

/** Every misfit of a pod, determined once for the three rules. */
function misfits(context: PodContext): readonly Misfit[] {
  const known = found.get(context) ?? misfitsOf(context);
  found.set(context, known);
  return known;
}

function misfitsOf({ pod: { spec, main, metadata } }: PodContext): Misfit[] {
  const template = podFields(podTemplateType());
  const specFields = podFields(template.get('spec')!.type);
  const containerType = specFields.get('containers')!.type.slice(1, -1);
  const { containers: _containers, initContainers: _init, ...rest } = spec;
  return [
    ...ofStruct(metadata, podFields(template.get('metadata')!.type), 'metadata'),
    ...ofStruct(rest, specFields, ''),
    ...containersOf({ spec, main, metadata }).flatMap(({ container, at }) =>
      ofValue(container, containerType, at.slice(0, -1)),
    ),
  ];
}

/** Pods can have numbers as quantities, unlike custom resources. */
const SCALARS: typeof POD_SCALARS = {
  ...POD_SCALARS,
  q: { ...POD_SCALARS.q!, fits: (value) => typeof value === 'string' || typeof value === 'number' },
};
const LIST = { expected: 'a list', fits: Array.isArray };

function ofValue(value: unknown, type: PodFieldType, property: string): Misfit[] {
  // A field without a value is the same as a missing one.
  if (value === null || value === undefined) {
    return [];
  }
  const inner = type.slice(1, -1);
  const scalar = SCALARS[type] ?? (type.startsWith('[') ? LIST : SCALARS.o!);
  if (!scalar.fits(value)) {
    return [{ property, got: value, expected: scalar.expected }];
  }
  if (type.startsWith('[')) {
    return (value as unknown[]).flatMap((item, index) => ofValue(item, inner, `${property}[${index}]`));
  }
  if (type.startsWith('{')) {
    return Object.entries(value).flatMap(([key, item]) => ofValue(item, inner, join(property, key)));
  }
  return scalar === SCALARS.o && type !== 'o' ? ofStruct(value, podFields(type), property) : [];
}

function ofStruct(struct: object, fields: PodFields, path: string): Misfit[] {
  return Object.entries(struct).flatMap(([name, value]) => {
    const property = join(path, name);
    const field = fields.get(name);
    if (field !== undefined) {
      return ofValue(value, field.type, property);
    }
    return value === undefined ? [] : [{ property, meant: nearest(name, [...fields.keys()], 1)[0] }];
  });
}

/** Rules about the fields of a finished pod and the types of their values. */
export const FIELD_RULES: readonly PodRule[] = [MISSPELLED_FIELD, WRONG_FIELD_TYPE, UNKNOWN_FIELD];
