import { type App, Chart } from 'cdk8s';
import { FlinkApplicationCluster, FlinkSessionCluster, UpgradeMode } from 'cdk8s-flink';
import { common, STATE_MACHINE } from './shared';

const SECRETS = { 'kubernetes.secrets': 'basic-secure-cert:/opt/flink/tls-cert' };
const STORES = {
  'keystore': '/opt/flink/tls-cert/keystore.jks',
  'keystore-password': 'password1234',
  'truststore': '/opt/flink/tls-cert/truststore.jks',
  'key-password': 'password1234',
  'truststore-password': 'password1234',
};
const BOTH = { ...SECRETS, 'security.ssl': { internal: { enabled: true, ...STORES }, rest: { enabled: true, ...STORES } } };

/** TLS with stores from a Secret; the passwords stand in the resource, which the library warns of. */
export function tls(app: App): void {
  const application = new Chart(app, 'basic-secure');
  new FlinkApplicationCluster(application, 'basic-secure', {
    ...common(application),
    suppressions: [{ id: 'FLK-OPT-03', reason: 'the operator itself still reads the option' }],
    configuration: { ...SECRETS, 'security.ssl': { enabled: 'true', ...STORES } },
    job: { artifact: STATE_MACHINE, parallelism: 2, upgradeMode: UpgradeMode.STATELESS },
  });

  const cluster = new Chart(app, 'basic-secure-deployment-only');
  new FlinkSessionCluster(cluster, 'basic-secure-deployment-only', { ...common(cluster), configuration: BOTH });
}
