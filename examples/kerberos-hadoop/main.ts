// A session cluster that logs in to a Hadoop cluster, and a password that only the TaskManagers receive.
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { FlinkFile, FlinkSessionCluster, FlinkVersion, HadoopConfMount, KerberosMount, SecretEnv } from 'cdk8s-flink';

const CORE_SITE = `<?xml version="1.0"?>
<configuration>
  <property><name>fs.defaultFS</name><value>hdfs://nameservice1</value></property>
  <property><name>hadoop.security.authentication</name><value>kerberos</value></property>
</configuration>
`;
const KRB5_CONF = `[libdefaults]
  default_realm = EXAMPLE.COM

[realms]
  EXAMPLE.COM = {
    kdc = kdc.example.com
  }
`;

const app = new App();
const chart = new Chart(app, 'warehouse', { namespace: 'streaming' });

const cluster = new FlinkSessionCluster(chart, 'Warehouse', {
  version: FlinkVersion.V1_20,
  image: 'registry.example.com/flink-hadoop:1.20.4-3.3.6',
  configuration: { 'execution.checkpointing.dir': 'hdfs:///flink/checkpoints' },
});

new HadoopConfMount(cluster, 'Hadoop', { files: [FlinkFile.fromText('core-site.xml', CORE_SITE)] });
new KerberosMount(cluster, 'Kerberos', {
  principal: 'flink@EXAMPLE.COM',
  keytab: kplus.Secret.fromSecretName(chart, 'Keytab', 'flink-keytab'),
  krb5ConfFile: FlinkFile.fromText('krb5.conf', KRB5_CONF),
});
new SecretEnv(cluster.taskManager, 'Password', {
  name: 'WAREHOUSE_PASSWORD',
  secret: kplus.Secret.fromSecretName(chart, 'Credentials', 'warehouse'),
  key: 'password',
});

app.synth();
