import { App, Chart, type ChartProps, Testing, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import {
  FlinkApplicationCluster,
  type FlinkApplicationClusterProps,
  FlinkCluster,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  JobArtifact,
} from '../../src';
import { readLegacy } from '../../src/configuration/dialects/read';
import { flattenConfiguration } from '../../src/configuration/flatten';

/** One message of the library, parsed. */
export interface Finding {
  readonly path: string;
  readonly id: string;
  readonly property: string;
  readonly text: string;
}

export function newChart(id = 'chart', props: ChartProps = {}): Chart {
  return new Chart(new App(), id, props);
}

/** Invented keys of tests. All other keys are checked in the catalogue of Flink. */
export const INVENTED = 'abcdefghixyz'
  .split('')
  .flatMap((letter) => [`${letter}.`, letter])
  .concat('my.', 'proto');

/** A session cluster in its own App, by default of Flink 1.20. */
export function cluster(props: Partial<FlinkSessionClusterProps> = {}, id = 'Flink'): FlinkSessionCluster {
  return new FlinkSessionCluster(newChart(), id, {
    version: FlinkVersion.V1_20,
    allowUnknownOptions: INVENTED,
    ...props,
  });
}

/** An application cluster in its own App, by default with a jar in the image. */
export function application(props: Partial<FlinkApplicationClusterProps> = {}, id = 'Flink'): FlinkApplicationCluster {
  const job = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };
  return new FlinkApplicationCluster(newChart(), id, { version: FlinkVersion.V1_20, job, ...props });
}

/** The manifests of a chart, of the chart of a construct, or of a cluster with these props. */
export function manifests(of: Chart | FlinkCluster | Partial<FlinkSessionClusterProps> = {}): any[] {
  if (of instanceof Chart) return Testing.synth(of);
  return Testing.synth(Chart.of(of instanceof FlinkCluster ? of : cluster(of)));
}

/** The manifests of the chart as they would be applied, byte for byte. */
export function yaml(chart: Chart): string {
  return Yaml.stringify(...Testing.synth(chart));
}

export function only(all: readonly any[], kind: string, name?: string): any {
  const found = all.filter(
    (manifest) => manifest.kind === kind && (name === undefined || manifest.metadata.name === name),
  );
  if (found.length !== 1) throw new Error(`${found.length} × ${kind} ${name ?? ''} among ${names(all).join(', ')}`);
  return found[0];
}

/** `Kind/name` of each manifest. */
export function names(all: readonly any[]): string[] {
  return all.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

/** The options of a resource of the operator under their flat keys, nested or not. */
export function flatOptions(options: any): any {
  return options && Object.fromEntries(flattenConfiguration(options).entries.map(({ key, value }) => [key, value]));
}

export function podOf(manifest: any): any {
  return manifest.spec.template.spec;
}

/** The first container of a workload: Flink. */
export function mainContainer(manifest: any): any {
  return podOf(manifest).containers[0];
}

/** Both workloads, the JobManager first. */
export function workloads(all: readonly any[]): [any, any] {
  const found = all.filter(({ kind }) => kind === 'Deployment');
  if (found.length !== 2) throw new Error(`${found.length} Deployments`);
  return [found[0], found[1]];
}

export function configFile(all: readonly any[], name: string): string | undefined {
  const { data = {}, binaryData = {} } = only(all, 'ConfigMap');
  return (
    data[name] ??
    (binaryData[name] === undefined ? undefined : Buffer.from(binaryData[name], 'base64').toString('utf8'))
  );
}

/** Flink's options as the release reads them from the ConfigMap. */
export function flinkConfig(all: readonly any[]): Map<string, string> {
  const standard = configFile(all, 'config.yaml');
  return standard === undefined
    ? readLegacy(configFile(all, 'flink-conf.yaml')!)
    : new Map(Object.entries(parse(standard) as object).map(([key, value]) => [key, String(value)]));
}

/** The messages that the function throws. Any other exception fails the test. */
export function problems(run: () => unknown): Finding[] {
  try {
    run();
  } catch (error) {
    return findingsIn(error);
  }
  return [];
}

/** The messages in an exception of cdk8s or of a constructor. */
export function findingsIn(error: unknown): Finding[] {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split('\n')
    .filter((line) => line !== 'Validation failed with the following errors:')
    .map((line) => {
      const match = MESSAGE.exec(line);
      if (match === null) {
        throw new Error(`no message of the library: ${line}\n${error instanceof Error ? error.stack : ''}`);
      }
      const { outer, id, inner, property, said } = match.groups as { [group: string]: string };
      return { path: outer ?? inner ?? '', id: id!, property: property!, text: said! };
    });
}

// With the heading of cdk8s the path is in front of the message, otherwise inside. An ApiObject adds a heading.
const HEADING = /(?: {2}\[(?<outer>[^\]]*)\] |Failed serializing construct at path .*: Error: )?/;
const SUBJECT = /(?:(?<inner>\S.*?) )?› (?<property>.*?)/;
const MESSAGE = new RegExp(`^${HEADING.source}${SUBJECT.source}: (?<said>.*) \\[(?<id>FLK-[A-Z]+-\\d+)\\]$`);

/** The sorted ids of the findings, without duplicates. */
export function ids(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ id }) => id))].sort();
}
