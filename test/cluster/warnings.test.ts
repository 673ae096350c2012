import { App, Chart, Testing } from 'cdk8s';
import { type FlinkWarning, FlinkSessionCluster, FlinkVersion, FlinkWarnings, RestAccess } from '../../src';
import { DEFAULT_SINK, WarningLog } from '../../src/validation/warning-log';
import { newChart } from '../support/synth';

const REASON = { suppressions: [{ id: 'FLK-SVC-02', reason: 'closed network' }] };

function exposed(chart: Chart, id: string, props: any = {}): FlinkSessionCluster {
  return new FlinkSessionCluster(chart, id, {
    version: FlinkVersion.V1_20,
    restAccess: RestAccess.nodePort(),
    ...props,
  });
}

describe('warnings of an app', () => {
  let printed: string;
  const silent = WarningLog.defaultSink;

  beforeEach(() => {
    printed = '';
    WarningLog.defaultSink = DEFAULT_SINK;
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    WarningLog.defaultSink = silent;
  });

  test('are printed once, as one block, when the app is synthesized', () => {
    const app = new App();
    const charts = ['one', 'two'].map((id) => new Chart(app, id));
    charts.forEach((chart) => exposed(chart, 'Flink'));
    expect(printed).toBe('');
    charts.forEach((chart) => Testing.synth(chart));
    const [head, ...lines] = printed.trimEnd().split('\n');
    expect(head).toMatch(/^cdk8s-flink: 2 warnings; .*strict: true/);
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}one\/Flink\/JobManager › restAccess: .* \[FLK-SVC-02\]$/),
      expect.stringMatching(/^ {2}two\/Flink\/JobManager › restAccess: .* \[FLK-SVC-02\]$/),
    ]);
  });

  test('of constructs that are added later are printed alone', () => {
    const chart = newChart();
    exposed(chart, 'One');
    Testing.synth(chart);
    Testing.synth(chart);
    expect(printed.match(/cdk8s-flink: 1 warning;/g)).toHaveLength(1);
    exposed(chart, 'Two');
    Testing.synth(chart);
    expect(printed.match(/cdk8s-flink: 1 warning;/g)).toHaveLength(2);
    expect(printed.match(/One\/JobManager ›/g)).toHaveLength(1);
  });

  test.each([
    { what: 'nothing is wrong', props: { restAccess: RestAccess.clusterIp() } },
    { what: 'each is suppressed', props: REASON },
  ])('are not printed if $what', ({ props }) => {
    const chart = newChart();
    exposed(chart, 'Flink', props);
    Testing.synth(chart);
    expect(printed).toBe('');
  });

  test('can be silenced, and read', () => {
    const chart = newChart();
    exposed(chart, 'Flink');
    FlinkWarnings.of(chart).silence();
    Testing.synth(chart);
    expect(printed).toBe('');
    expect(FlinkWarnings.of(chart.node.root).all.map(({ id }) => id)).toEqual(['FLK-SVC-02']);
  });

  test('can be passed to a handler', () => {
    const received: FlinkWarning[][] = [];
    const chart = newChart();
    const { warnings } = exposed(chart, 'Flink');
    FlinkWarnings.of(chart).sendTo({ handle: (all) => void received.push(all) });
    Testing.synth(chart);
    expect(received).toEqual([warnings]);
    expect(printed).toBe('');
  });
});
