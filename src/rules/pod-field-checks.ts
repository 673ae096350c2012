import { POD_SCALARS, podFields, type PodFields, type PodFieldType, podTemplateType } from '../kubernetes/pod-schema';
import { type FlinkPod } from '../model/flink-pod';
import { join } from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { nameIn } from '../validation/show';
import { nearest } from '../validation/suggest';

/**
 * Whether every field of a finished pod is one that Kubernetes has, with a value of its type.
 *
 * @param told Values that a rule of their own has told of already
 */
export function checkPodFields({ spec, main, metadata }: FlinkPod, told: ReadonlySet<unknown>, tell: Report): void {
  const report: Report = (id, property, got, facts) => {
    if (got === undefined || !told.has(got)) {
      tell(id, property, got, facts);
    }
  };
  const template = podFields(podTemplateType());
  const specFields = podFields(template.get('spec')!.type);
  const containerType = specFields.get('containers')!.type.slice(1, -1);
  const { containers, initContainers, ...rest } = spec;
  checkStruct(metadata, podFields(template.get('metadata')!.type), 'metadata', report);
  checkStruct(rest, specFields, '', report);
  check(main, containerType, '', report);
  for (const container of [containers, initContainers].flat().filter((given) => given !== undefined)) {
    check(container, containerType, `containers.${nameIn((container as { name?: unknown } | null)?.name)}`, report);
  }
}

function check(value: unknown, type: PodFieldType, path: string, report: Report): void {
  const inner = type.slice(1, -1);
  const scalar = SCALARS[type] ?? (type.startsWith('[') ? LIST : SCALARS.o!);
  // A field without a value is as good as not there.
  if (value === null || value === undefined) {
    return;
  }
  if (!scalar.fits(value)) {
    report(RULES['FLK-POD-15'], path, value, { expected: scalar.expected });
  } else if (type.startsWith('[')) {
    (value as unknown[]).forEach((item, index) => check(item, inner, `${path}[${index}]`, report));
  } else if (type.startsWith('{')) {
    Object.entries(value).forEach(([key, item]) => check(item, inner, join(path, key), report));
  } else if (scalar === SCALARS.o && type !== 'o') {
    checkStruct(value, podFields(type), path, report);
  }
}

/** A pod may have fractions as quantities, which resource definitions cannot. */
const SCALARS: typeof POD_SCALARS = {
  ...POD_SCALARS,
  q: { ...POD_SCALARS.q!, fits: (value) => typeof value === 'string' || typeof value === 'number' },
};
const LIST = { expected: 'a list', fits: Array.isArray };

function checkStruct(given: object, fields: PodFields, path: string, report: Report): void {
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name);
    if (field !== undefined) {
      check(value, field.type, join(path, name), report);
    } else if (value !== undefined) {
      const meant = nearest(name, [...fields.keys()], 1)[0];
      // What is like nothing that is known may be of a newer Kubernetes.
      if (meant === undefined) {
        report(RULES['FLK-POD-16'], join(path, name));
      } else {
        report(RULES['FLK-POD-14'], join(path, name), undefined, { meant });
      }
    }
  }
}
