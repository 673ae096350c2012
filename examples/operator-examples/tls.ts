import { type App, Chart } from 'cdk8s';
import { TOP_SPEED } from './sessions';
import { common, reference, STATE_MACHINE } from './shared';
import { FlinkApplicationCluster, FlinkSessionCluster, FlinkSessionJob, UpgradeMode } from 'cdk8s-flink';

const SECRETS = { 'kubernetes.secrets': 'basic-secure-cert:/opt/flink/tls-cert' };
const STORES = {
  keystore: '/opt/flink/tls-cert/keystore.jks',
  'keystore-password': 'password1234',
  truststore: '/opt/flink/tls-cert/truststore.jks',
  'key-password': 'password1234',
  'truststore-password': 'password1234',
};
const IN_PLAIN_TEXT = ['keystore-password', 'truststore-password', 'key-password']
  .flatMap((option) => [`security.ssl.${option}`, `security.ssl.internal.${option}`, `security.ssl.rest.${option}`])
  .map((key) => ({ key, reason: 'the example shows it in plain text' }));
const BOTH = {
  ...SECRETS,
  'security.ssl': { internal: { enabled: true, ...STORES }, rest: { enabled: true, ...STORES } },
};

/** TLS with key stores from a Secret. The passwords are in the resource, which causes a warning. */
export function tls(app: App): void {
  const application = new Chart(app, 'basic-secure');
  new FlinkApplicationCluster(application, 'basic-secure', {
    ...common(application),
    suppressions: [{ id: 'FLK-OPT-03', reason: 'the operator itself still reads the option' }],
    allowPlainCredentials: IN_PLAIN_TEXT,
    configuration: { ...SECRETS, 'security.ssl': { enabled: 'true', ...STORES } },
    job: { artifact: STATE_MACHINE, parallelism: 2, upgradeMode: UpgradeMode.STATELESS },
  });

  const cluster = new Chart(app, 'basic-secure-deployment-only');
  new FlinkSessionCluster(cluster, 'basic-secure-deployment-only', {
    ...common(cluster),
    allowPlainCredentials: IN_PLAIN_TEXT,
    configuration: BOTH,
  });

  const job = new Chart(app, 'basic-secure-session-job-only');
  new FlinkSessionJob(job, 'basic-secure-session-job-only', {
    cluster: FlinkSessionCluster.fromClusterName(job, 'Cluster', 'basic-secure-deployment-only', reference(job)),
    configuration: BOTH,
    allowPlainCredentials: IN_PLAIN_TEXT,
    job: TOP_SPEED,
  });
}
