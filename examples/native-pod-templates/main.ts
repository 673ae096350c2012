// Pod templates contain everything for which Flink has no option: your own template files, properties of the
// constructs, and the hardening.
import { App, Chart } from 'cdk8s';
import { DeploymentMode, FlinkFile, FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'clicks', { namespace: 'streaming' });
const template = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: flink-main-container
      env:
        - name: REGION
          value: eu-1
`;

new FlinkSessionCluster(chart, 'Clicks', {
  version: FlinkVersion.V1_20,
  mode: DeploymentMode.native({ clientFiles: { '/templates/pod.yaml': FlinkFile.fromText('pod.yaml', template) } }),
  configuration: {
    kubernetes: {
      'pod-template-file.default': '/templates/pod.yaml',
      'taskmanager.tolerations': [{ key: 'dedicated', operator: 'Exists' }],
    },
  },
  taskManager: {
    podAnnotations: { 'sidecar.istio.io/inject': 'false' },
    volumes: [{ name: 'spill', emptyDir: {} }],
    volumeMounts: [{ name: 'spill', mountPath: '/spill' }],
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
  },
});

app.synth();
