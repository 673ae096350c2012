import { App, Chart, Lazy, Size, Testing } from 'cdk8s';
import { DeploymentMode, FlinkSessionCluster, FlinkVersion } from '../src';

/** Exact counts of work and objects per cluster, without the noise of a benchmark. See also `first-use.test.ts`. */

const DOCUMENTS = 7;

function cluster(chart: Chart, id = 'Flink'): FlinkSessionCluster {
  return new FlinkSessionCluster(chart, id, {
    version: FlinkVersion.V1_20,
    jobManager: { memory: Size.mebibytes(1600), cpu: 1 },
    taskManager: { memory: Size.mebibytes(1728), cpu: 1, taskSlots: 2, replicas: 2 },
    configuration: { 'parallelism.default': 2 },
  });
}

function documents(chart: Chart): unknown[] {
  return Testing.synth(chart) as unknown[];
}

function leaves(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, item) => sum + leaves(item), 0)
    : 1;
}

describe('the objects of a cluster', () => {
  test('are the manifests that the cluster needs', () => {
    const chart = Testing.chart();
    cluster(chart);
    expect(documents(chart).map((document) => (document as { kind: string }).kind)).toEqual([
      'ConfigMap',
      'ServiceAccount',
      'Service',
      'Service',
      'Deployment',
      'ServiceAccount',
      'Deployment',
    ]);
  });

  test('are four constructs more than manifests: the cluster and its three parts', () => {
    expect(cluster(Testing.chart()).node.findAll()).toHaveLength(DOCUMENTS + 4);
  });

  test('have no unnecessary fields', () => {
    const chart = Testing.chart();
    cluster(chart);
    expect(documents(chart).map(leaves)).toEqual([8, 9, 17, 14, 69, 9, 64]);
  });

  test('have the same ids in every cluster', () => {
    const chart = Testing.chart();
    const ids = ['first', 'second'].map((id) =>
      cluster(chart, id)
        .node.findAll()
        .slice(1)
        .map(({ node }) => node.id),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  test('have no dependencies', () => {
    const all = cluster(Testing.chart()).node.findAll();
    expect(all.flatMap(({ node }) => node.dependencies)).toEqual([]);
  });
});

describe('a cluster is derived', () => {
  const mode = DeploymentMode.standalone()._mode;

  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('once from the constructor to the written files', () => {
    const configure = jest.spyOn(mode, 'configure');
    const app = new App();
    cluster(new Chart(app, 'chart'));
    app.synthYaml();
    expect(configure).toHaveBeenCalledTimes(1);
  });

  test('once more for every further synthesis', () => {
    const chart = Testing.chart();
    cluster(chart);
    documents(chart);
    const configure = jest.spyOn(mode, 'configure');
    documents(chart);
    expect(configure).toHaveBeenCalledTimes(1);
  });

  test('not at all for a validation', () => {
    const { node } = cluster(Testing.chart());
    const configure = jest.spyOn(mode, 'configure');
    node.findAll().forEach((construct) => construct.node.validate());
    expect(configure).not.toHaveBeenCalled();
  });

  test('with every body written once, for any number of fields', () => {
    const produced = jest.spyOn(Lazy.prototype, 'produce');
    const chart = Testing.chart();
    cluster(chart);
    documents(chart);
    expect(produced).toHaveBeenCalledTimes(DOCUMENTS);
  });

  test('with one logging file for all clusters with default logging', () => {
    const chart = Testing.chart();
    const [first, second] = ['first', 'second'].map(
      (id) => [...cluster(chart, id).config._assembly.model.files.values()][0],
    );
    expect(first).toBe(second);
  });
});
