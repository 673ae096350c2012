// A native cluster that logs in with Kerberos and uses Hadoop. Flink passes both to the TaskManagers that it creates.
import { App, Chart, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FlinkFile,
  FlinkSessionCluster,
  FlinkVersion,
  HadoopConfMount,
  KerberosMount,
} from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'ledger', { namespace: 'streaming' });

const cluster = new FlinkSessionCluster(chart, 'Ledger', {
  version: FlinkVersion.V1_20,
  mode: DeploymentMode.native(),
  image: 'registry.example.com/flink-hadoop:1.20.4',
  taskManager: { memory: Size.gibibytes(4), taskSlots: 2 },
});
new KerberosMount(cluster, 'Kerberos', {
  principal: 'flink@EXAMPLE.COM',
  // Flink mounts the keytab because the Secret has the name that Flink uses: kerberos-keytab-<cluster>.
  keytab: Secret.fromSecretName(chart, 'Keytab', 'kerberos-keytab-ledger'),
  krb5ConfFile: FlinkFile.fromText('krb5.conf', '[libdefaults]\n  default_realm = EXAMPLE.COM\n'),
});
new HadoopConfMount(cluster, 'Hadoop', {
  files: [
    FlinkFile.fromText(
      'core-site.xml',
      `<configuration>
  <property><name>fs.defaultFS</name><value>hdfs://namenode:8020</value></property>
</configuration>
`,
    ),
  ],
});

app.synth();
