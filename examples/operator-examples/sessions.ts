import { type App, Chart } from 'cdk8s';
import { FlinkSessionCluster } from 'cdk8s-flink';
import { common } from './shared';

/** Session clusters. */
export function sessions(app: App): void {
  const alone = new Chart(app, 'basic-session-deployment-only');
  new FlinkSessionCluster(alone, 'basic-session-deployment-only-example', common(alone));
}
