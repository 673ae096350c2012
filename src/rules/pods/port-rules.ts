import { alsoInPods, listOf, type PodContext, podRule, type PodRule } from './pod-rule';
import { isPort, isPortName } from '../../kubernetes/names';
import { Sources } from '../../validation/rule';
import { nameIn } from '../../validation/show';
import { PORT_IN_USE } from '../port-rules';

/** A port of a container that runs together with others, with its property path. */
interface Port {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: unknown;
  readonly property: string;
}

/** The ports of each container, without init containers, which run alone. */
function ports({ containers }: PodContext): Port[][] {
  return containers
    .filter(({ kind }) => kind !== 'init')
    .map(({ container, at }) =>
      listOf(container.ports).map(({ name, containerPort, protocol = 'TCP' }) => ({
        name: name as unknown,
        number: containerPort as unknown,
        protocol: protocol as unknown,
        property: `${at}ports.${nameIn(name ?? containerPort)}`,
      })),
    );
}

export const INVALID_PORT = podRule({
  id: 'FLK-PORT-03',
  severity: 'error',
  rule: 'not a valid port',
  fix: 'use an integer from 1 to 65535',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { number, property } of ports(context).flat()) {
      if (!isPort(number)) {
        report(property, number);
      }
    }
  },
});

export const INVALID_PORT_NAME = podRule({
  id: 'FLK-PORT-04',
  severity: 'error',
  rule: 'not a valid port name',
  fix: 'use at most 15 of a-z, 0-9 and single "-", with a letter',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { name, number, property } of ports(context).flat()) {
      if (isPort(number) && name !== undefined && !isValidName(name)) {
        report(property, name);
      }
    }
  },
});

export const DUPLICATE_PORT_NAME = podRule({
  id: 'FLK-PORT-05',
  severity: 'error',
  rule: 'two ports of the container have this name',
  fix: 'rename one',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const own of ports(context).map((all) => all.filter(({ number }) => isPort(number)))) {
      own.forEach(({ name, property }, index) => {
        const first = own.findIndex((other) => other.name === name);
        if (name !== undefined && isValidName(name) && first < index) {
          report(property, name);
        }
      });
    }
  },
});

/** Ports of the main container that options set; a conflict of those is reported for the options. */
const OPTION_PORTS = new Set(['ports.rpc', 'ports.blob-server', 'ports.webui', 'ports.data', 'ports.query-state']);

export const PORT_IN_USE_BY_CONTAINER = alsoInPods(PORT_IN_USE, (context, report) => {
  const owners = new Map<string, string>();
  for (const { number, protocol, property } of ports(context).flat()) {
    if (isPort(number)) {
      const key = `${nameIn(number)}/${nameIn(protocol)}`;
      const owner = owners.get(key);
      if (owner !== undefined && !(OPTION_PORTS.has(owner) && OPTION_PORTS.has(property))) {
        report(property, number, { owner });
      }
      owners.set(key, property);
    }
  }
});

function isValidName(name: unknown): boolean {
  return typeof name === 'string' && isPortName(name);
}

export const PORT_RULES: readonly PodRule[] = [
  INVALID_PORT,
  INVALID_PORT_NAME,
  DUPLICATE_PORT_NAME,
  PORT_IN_USE_BY_CONTAINER,
];
