// A dashboard next to a Flink cluster, with access to the REST endpoint by name and by network policy.
import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'platform', { namespace: 'streaming' });

const cluster = new FlinkSessionCluster(chart, 'Orders', {
  version: FlinkVersion.V1_20,
  jobManager: { memory: Size.gibibytes(2) },
  taskManager: { memory: Size.gibibytes(4), taskSlots: 4, replicas: 3 },
});

const dashboard = new kplus.Deployment(chart, 'Dashboard', {
  metadata: { name: 'dashboard' },
  containers: [
    {
      image: 'registry.example.com/streaming/dashboard:4.2.0',
      portNumber: 8080,
      envVariables: { FLINK_URL: kplus.EnvValue.fromValue(`http://${cluster.restServiceName}:${cluster.restPort}`) },
      securityContext: { user: 10001, group: 10001 },
    },
  ],
});
// Namespaces that enforce `restricted` require these fields, for which cdk8s-plus has no properties.
ApiObject.of(dashboard).addJsonPatch(
  JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
  JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities', { drop: ['ALL'] }),
);

// The REST endpoint is unauthenticated, so the Ingress has to authenticate.
new kplus.Ingress(chart, 'Ingress', {
  metadata: {
    name: 'orders',
    annotations: {
      'nginx.ingress.kubernetes.io/auth-type': 'basic',
      'nginx.ingress.kubernetes.io/auth-secret': 'orders-users',
    },
  },
  className: 'nginx',
  rules: [{ host: 'orders.example.com', backend: cluster.toIngressBackend() }],
  tls: [{ hosts: ['orders.example.com'], secret: kplus.Secret.fromSecretName(chart, 'Certificate', 'orders-tls') }],
});

const namespaces = kplus.Namespaces.select(chart, 'IngressNamespace', { names: ['ingress-nginx'] });
const controller = kplus.Pods.all(chart, 'IngressController', { namespaces });
const dns = kplus.Pods.all(chart, 'Dns', {
  namespaces: kplus.Namespaces.select(chart, 'DnsNamespace', { names: ['kube-system'] }),
});
const kafka = kplus.NetworkPolicyIpBlock.ipv4(chart, 'Kafka', '10.20.0.0/24');
const rest = [kplus.NetworkPolicyPort.tcp(cluster.jobManager.ports.rest)];

new kplus.NetworkPolicy(chart, 'NetworkPolicy', {
  metadata: { name: 'orders' },
  selector: cluster,
  ingress: { rules: [{ peer: cluster }, { peer: dashboard, ports: rest }, { peer: controller, ports: rest }] },
  egress: {
    rules: [
      { peer: cluster },
      { peer: dns, ports: [kplus.NetworkPolicyPort.udp(53), kplus.NetworkPolicyPort.tcp(53)] },
      { peer: kafka, ports: [kplus.NetworkPolicyPort.tcp(9093)] },
    ],
  },
});

app.synth();
