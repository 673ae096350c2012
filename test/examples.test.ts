import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';
import { FlinkOperatorRules } from '../src';
import { crdErrors, reducedCrds } from './support/crd-schema';
import { EXAMPLES, mainOf, readDirectory, synthesize } from './support/examples';
import { schemaErrors } from './support/kubernetes-schema';
import { deadPorts, isWithin, nameOf, referencesOf, selectedBy } from './support/references';

const names = fs
  .readdirSync(EXAMPLES)
  .filter((example) => mainOf(example) !== undefined)
  .sort();
const expectedOf = (example: string) => path.join(EXAMPLES, example, 'expected');

function writeGoldens(example: string, files: Map<string, string>): void {
  fs.rmSync(expectedOf(example), { recursive: true, force: true });
  for (const [file, text] of files) {
    const target = path.join(expectedOf(example), file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
}

if (process.env.UPDATE_GOLDENS === '1') names.forEach((example) => writeGoldens(example, synthesize(example)));

test('every directory with a cdk8s.yaml is an example', () => {
  const directories = fs
    .readdirSync(EXAMPLES)
    .filter((directory) => fs.existsSync(path.join(EXAMPLES, directory, 'cdk8s.yaml')))
    .sort();
  expect(names).toEqual(directories);
  expect(names).toContain('quickstart');
});

test.each(names)('the program of %s is short enough to read', (example) => {
  expect(fs.readFileSync(mainOf(example)!, 'utf8').split('\n').length).toBeLessThanOrEqual(72);
});

describe.each(names)('%s', (example) => {
  let written: Map<string, string>;
  beforeAll(() => {
    written = synthesize(example);
  });

  test('writes exactly the expected files', () => {
    expect(written.size).toBeGreaterThan(0);
    expect([...written.keys()]).toEqual([...readDirectory(expectedOf(example)).keys()]);
  });

  test('writes the expected bytes', () => {
    const expected = readDirectory(expectedOf(example));
    for (const [file, text] of written) {
      expect({ file, text }).toEqual({ file, text: expected.get(file) });
    }
  });

  test('writes the same bytes when run again', () => {
    expect(synthesize(example)).toEqual(written);
  });
});

interface GoldenDirectory {
  readonly directory: string;
  readonly objects: any[];
}

/** The objects of each directory that a GitOps tool applies. */
function goldenDirectories(): GoldenDirectory[] {
  const directories = new Map<string, any[]>();
  for (const example of names) {
    for (const [file, text] of readDirectory(expectedOf(example))) {
      const directory = path.posix.dirname(path.posix.join(example, 'expected', file));
      const objects = YAML.parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS());
      directories.set(directory, [...(directories.get(directory) ?? []), ...objects]);
    }
  }
  return [...directories].map(([directory, objects]) => ({ directory, objects }));
}

const isOperators = ({ apiVersion }: any) => apiVersion.startsWith('flink.apache.org/');
const [operatorDirectories, directories] = [true, false].map((wanted) =>
  goldenDirectories().filter(({ objects }) => objects.some(isOperators) === wanted),
);

describe.each(operatorDirectories!)('the resources of $directory', ({ objects }) => {
  test.each(reducedCrds().filter(({ release }) => release === '1.15.0'))(
    'fit the CRDs of operator $release',
    (crds) => {
      expect(
        objects
          .filter(isOperators)
          .flatMap((object) => crdErrors(object, crds).map((error) => `${nameOf(object)}${error}`)),
      ).toEqual([]);
    },
  );

  test('break no rule of the operator release that they are for', () => {
    // Referenced resources are in other files.
    const errors = (object: any, operatorVersion: string) =>
      FlinkOperatorRules.validate(object, { operatorVersion })
        .filter(({ id, severity }) => severity === 'error' && id !== 'FLK-OPR-54')
        .map(({ text }) => text);
    for (const object of objects.filter(isOperators)) {
      const newest = errors(object, '1.15.0');
      expect(newest.length === 0 || errors(object, '1.6.0').length === 0 ? [] : newest).toEqual([]);
    }
  });
});

describe.each(directories!)('the objects of $directory', ({ objects }) => {
  const services = objects.filter(({ kind }) => kind === 'Service');
  const workloads = objects.filter(({ kind }) => ['Deployment', 'Job', 'StatefulSet'].includes(kind));

  test.each(['1.27', '1.36'])('fit the schema of Kubernetes %s', (minor) => {
    expect(
      objects.flatMap((object) => schemaErrors(object, minor).map((error) => `${nameOf(object)}${error}`)),
    ).toEqual([]);
  });

  test('have unique names', () => {
    const all = objects.map(nameOf);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  test('contain at least one cluster', () => {
    // Flink creates the other half of a native cluster.
    expect(workloads.length).toBeGreaterThanOrEqual(
      workloads.some(({ metadata }) => metadata.labels?.type === 'flink-native-kubernetes') ? 1 : 2,
    );
    // With high availability there is no Service for the address of the JobManager.
    expect(services.length).toBeGreaterThanOrEqual(1);
  });

  test('select their own pods', () => {
    for (const workload of workloads.filter(({ kind }) => kind !== 'Job')) {
      expect(isWithin(workload.spec.selector.matchLabels, workload.spec.template.metadata.labels)).toBe(true);
      expect(selectedBy(workloads, workload.spec.selector.matchLabels, workload.metadata.namespace)).toHaveLength(1);
    }
  });

  test('have Services that select one workload and use ports of its containers', () => {
    for (const service of services) {
      const pods = selectedBy(workloads, service.spec.selector, service.metadata.namespace);
      expect([nameOf(service), pods.length, deadPorts(service, pods)]).toEqual([nameOf(service), 1, []]);
    }
  });

  test('reference only existing objects', () => {
    const all = new Set(objects.map(nameOf));
    expect(workloads.flatMap(referencesOf).filter((reference) => !all.has(reference))).toEqual([]);
  });

  test('have a JobManager address that is a Service', () => {
    const maps = objects.filter(
      ({ kind, data }) => kind === 'ConfigMap' && ('config.yaml' in data || 'flink-conf.yaml' in data),
    );
    expect(maps.length).toBeGreaterThan(0);
    for (const { data, metadata } of maps) {
      const options = data['config.yaml'] ?? data['flink-conf.yaml'];
      if (options === undefined) continue;
      // Native mode writes nested options, and includes the namespace.
      const [, address] = /^(?:jobmanager\.rpc\.|    )address: ([\w-]*)/m.exec(options) ?? [];
      // With high availability the address is that of a pod, which is known only at run time.
      if (address === undefined) {
        expect(options).toMatch(/^high-availability/m);
        continue;
      }
      expect(services.map(nameOf)).toContain(
        nameOf({ kind: 'Service', metadata: { namespace: metadata.namespace, name: address } }),
      );
    }
  });
});

describe('platform-app', () => {
  const { objects } = goldenDirectories().find(({ directory }) => directory === 'platform-app/expected')!;

  test('has an Ingress for a port of the REST Service', () => {
    const backend = objects.find(({ kind }) => kind === 'Ingress').spec.rules[0].http.paths[0].backend.service;
    const service = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === backend.name);
    expect(service.spec.ports.map(({ port }: any) => port)).toContain(backend.port.number);
  });

  test('has a NetworkPolicy for both roles that allows the dashboard to use a port of the JobManager', () => {
    const {
      spec,
      metadata: { namespace },
    } = objects.find(({ kind }) => kind === 'NetworkPolicy');
    const [jobManager, ...others] = selectedBy(objects, spec.podSelector.matchLabels, namespace);
    expect(others).toHaveLength(1);
    const rules: any[] = spec.ingress.filter(
      ({ from }: any) => selectedBy(objects, from[0].podSelector.matchLabels ?? {}, namespace).length === 1,
    );
    expect(rules).toHaveLength(1);
    expect(jobManager.spec.containers[0].ports.map(({ containerPort }: any) => containerPort)).toContain(
      rules[0].ports[0].port,
    );
  });
});
