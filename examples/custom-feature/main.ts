// The defaults of a company for all of its clusters, as a user-defined feature.
import { App, Chart } from 'cdk8s';
import {
  type FlinkContribution,
  FlinkSessionCluster,
  FlinkVersion,
  type IFlinkContext,
  type IFlinkFeature,
} from 'cdk8s-flink';

const PROMETHEUS = { 'factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory', port: 9249 };

class HouseRules implements IFlinkFeature {
  constructor(private readonly costCentre: string) {}

  bind({ clusterName }: IFlinkContext): FlinkContribution {
    return {
      defaults: { 'restart-strategy.type': 'exponential-delay' }, // settings of a cluster take precedence
      configuration: {
        'metrics.reporters': 'prom',
        'metrics.reporter.prom': { ...PROMETHEUS, 'scope.variables.additional': `cluster:${clusterName}` },
      },
      pods: {
        ports: [{ name: 'metrics', containerPort: PROMETHEUS.port }],
        labels: { 'example.com/cost-centre': this.costCentre },
      },
    };
  }
}

const app = new App();
const chart = new Chart(app, 'teams', { namespace: 'streaming' });

new FlinkSessionCluster(chart, 'Orders', {
  version: FlinkVersion.V1_20,
  features: [new HouseRules('4711')],
});

new FlinkSessionCluster(chart, 'Fraud', {
  version: FlinkVersion.V2_2,
  features: [new HouseRules('4712')],
  configuration: { 'restart-strategy.type': 'fixed-delay', 'restart-strategy.fixed-delay.attempts': 3 },
});

app.synth();
