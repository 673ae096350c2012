import { type PodContext, podRule, type PodRule } from './pod-rule';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { parseQuantity } from '../../kubernetes/quantity';
import { Sources } from '../../validation/rule';
import { nameIn } from '../../validation/show';

/** Kubernetes counts in signed 64-bit integers. */
const LARGEST = 2 ** 63;
const MEBIBYTE = 1024 * 1024;

/** An amount of a resource that a container requests or is limited to. */
interface Amount {
  readonly field: 'requests' | 'limits';
  readonly resource: string;
  readonly quantity: unknown;
  /** Absent if the quantity is not valid. */
  readonly amount?: number;
  readonly limit: unknown;
  readonly property: string;
}

/** The requests and limits of all containers. */
function amounts({ containers }: PodContext): Amount[] {
  return containers.flatMap(({ container, at }) => {
    const { requests = {}, limits = {} } = (container.resources ?? {}) as {
      requests?: ManifestJson;
      limits?: ManifestJson;
    };
    return Object.entries({ requests, limits }).flatMap(([field, quantities]) =>
      Object.entries(quantities).map(([resource, quantity]) => ({
        field: field as Amount['field'],
        resource,
        quantity: quantity as unknown,
        amount: validAmount(quantity),
        limit: limits[resource] as unknown,
        property: `${at}resources.${field}.${resource}`,
      })),
    );
  });
}

function validAmount(quantity: unknown): number | undefined {
  const amount = parseQuantity(nameIn(quantity));
  return amount === undefined || amount < 0 ? undefined : amount;
}

function isTooLarge({ amount }: Amount): boolean {
  return amount !== undefined && amount >= LARGEST;
}

/** Thousandths are intended for CPU; thousandths of bytes are nearly always a mistake. */
function isFraction({ resource, quantity }: Amount): boolean {
  return resource !== 'cpu' && /\dm$/.test(nameIn(quantity));
}

export const INVALID_QUANTITY = podRule({
  id: 'FLK-RES-03',
  severity: 'error',
  rule: 'not a valid quantity',
  fix: 'write a number above 0, with a unit such as Mi, Gi or m',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { amount, quantity, property } of amounts(context)) {
      if (amount === undefined) {
        report(property, quantity);
      }
    }
  },
});

export const QUANTITY_TOO_LARGE = podRule({
  id: 'FLK-RES-06',
  severity: 'error',
  rule: 'the quantity is above 2^63, and Kubernetes would use that instead',
  fix: 'write a smaller quantity',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { property, quantity } of amounts(context).filter(isTooLarge)) {
      report(property, quantity);
    }
  },
});

export const BYTES_IN_THOUSANDTHS = podRule({
  id: 'FLK-RES-04',
  severity: 'error',
  rule: 'the suffix "m" means a thousandth: 2048m is two bytes',
  fix: 'write Mi or Gi',
  source: `${Sources.KUBERNETES}: fractional byte value`,
  find(context, report) {
    for (const entry of amounts(context)) {
      if (entry.amount !== undefined && !isTooLarge(entry) && isFraction(entry)) {
        report(entry.property, entry.quantity);
      }
    }
  },
});

export const REQUEST_ABOVE_LIMIT = podRule({
  id: 'FLK-RES-05',
  severity: 'error',
  rule: 'the container requests more than its limit of {limit}',
  fix: 'raise the limit or lower the request',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const entry of amounts(context)) {
      const { amount, field, limit, property, quantity } = entry;
      const isComparable = amount !== undefined && !isTooLarge(entry) && !isFraction(entry);
      if (isComparable && field === 'requests' && limit !== undefined) {
        const most = parseQuantity(nameIn(limit)) ?? amount;
        if (amount > most) {
          report(property, quantity, { limit: nameIn(limit) });
        }
      }
    }
  },
});

export const MEMORY_LIMIT_BELOW_PROCESS = podRule({
  id: 'FLK-RES-07',
  severity: 'error',
  rule: 'the Flink process will use {size}, so the container would be killed',
  fix: 'raise the limit, or set memory',
  source: Sources.FLINK,
  find({ pod, processMemory }, report) {
    const limit: unknown = (pod.main.resources as { limits?: ManifestJson } | undefined)?.limits?.memory;
    const available = limit === undefined ? undefined : parseQuantity(nameIn(limit));
    if (processMemory !== undefined && available !== undefined && available < processMemory) {
      report('resources.limits.memory', limit, { size: `${Math.ceil(processMemory / MEBIBYTE)}Mi` });
    }
  },
});

export const RESOURCE_RULES: readonly PodRule[] = [
  INVALID_QUANTITY,
  QUANTITY_TOO_LARGE,
  BYTES_IN_THOUSANDTHS,
  REQUEST_ABOVE_LIMIT,
  MEMORY_LIMIT_BELOW_PROCESS,
];
