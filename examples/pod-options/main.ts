// A cluster whose pods are adapted to an existing environment: nodes, volumes, credentials and tools.
import { ApiObject, App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { FlinkProbe, FlinkSessionCluster, FlinkVersion, ImagePullPolicy } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'streaming' });
const credentials = kplus.Secret.fromSecretName(chart, 'Credentials', 'orders-credentials');
const state = new kplus.PersistentVolumeClaim(chart, 'State', {
  metadata: { name: 'orders-state' },
  accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
  storage: Size.gibibytes(200),
});

const cluster = new FlinkSessionCluster(chart, 'Orders', {
  version: FlinkVersion.V1_20,
  configuration: { 'execution.checkpointing.dir': 'file:///opt/flink/state/checkpoints' },
  imageRegistry: 'registry.example.com/mirror',
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  imagePullSecrets: [kplus.Secret.fromSecretName(chart, 'Registry', 'registry-login')],
  timeZone: 'Europe/Berlin',
  priorityClassName: 'streaming',
  terminationGracePeriod: Duration.minutes(1),
  podAnnotations: { 'example.com/on-call': 'team-orders' },
  env: { KAFKA_BROKERS: 'kafka.example.com:9093' },
  envValues: { KAFKA_PASSWORD: kplus.EnvValue.fromSecretValue({ secret: credentials, key: 'kafka-password' }) },
  volumes: [
    { name: 'state', persistentVolumeClaim: { claimName: state.name } },
    { name: 'connectors', emptyDir: {} },
    { name: 'logs', emptyDir: { sizeLimit: kplus.k8s.Quantity.fromString('2Gi') } },
  ],
  volumeMounts: [
    { name: 'state', mountPath: '/opt/flink/state' },
    { name: 'connectors', mountPath: '/opt/flink/lib/kafka.jar', subPath: 'kafka.jar' },
    { name: 'logs', mountPath: '/opt/flink/log' },
  ],
  initContainers: [
    {
      name: 'connectors',
      image: 'registry.example.com/streaming/connectors:1.20.4',
      command: ['cp', '/connectors/kafka.jar', '/target/kafka.jar'],
      volumeMounts: [{ name: 'connectors', mountPath: '/target' }],
    },
  ],
  sidecars: [
    {
      name: 'logs',
      image: 'fluent/fluent-bit:3.2.10',
      volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }],
    },
  ],
  taskManager: {
    memory: Size.gibibytes(8),
    cpu: 2,
    taskSlots: 2,
    replicas: 4,
    nodeSelector: { 'example.com/pool': 'streaming' },
    tolerations: [{ key: 'example.com/pool', operator: 'Equal', value: 'streaming', effect: 'NoSchedule' }],
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
    heapDumps: {},
    livenessProbe: FlinkProbe.tcpSocket({ initialDelay: Duration.minutes(1), period: Duration.seconds(30) }),
    podTemplate: { spec: { containers: [{ name: 'taskmanager', resources: { limits: { 'nvidia.com/gpu': 1 } } }] } },
  },
});

ApiObject.of(cluster.taskManager).addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 20));
app.synth();
