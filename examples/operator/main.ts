// A session cluster and a job for the Flink Kubernetes Operator 1.6, and the same for Flink 1.20 and operator 1.15.
import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FlinkOperatorAccess,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkVersion,
  Hardening,
  ImagePullPolicy,
  JobArtifact,
  UpgradeMode,
} from 'cdk8s-flink';

const app = new App();
const role = { memory: Size.mebibytes(1024), cpu: 1, replicas: 1 };
const ingress = {
  template: 'flink.k8s.io/{{namespace}}/{{name}}(/|$)(.*)',
  className: 'nginx',
  annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
};

const old = new Chart(app, 'operator-1-6', { namespace: 'flink' });
const oldCluster = new FlinkSessionCluster(old, 'session-deployment-only', {
  mode: DeploymentMode.operator({ operatorVersion: '1.6', ingress }),
  hardening: Hardening.NONE,
  version: FlinkVersion.V1_13,
  image: 'flink:1.13.6',
  imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
  serviceAccount: kplus.ServiceAccount.fromServiceAccountName(old, 'Account', 'flink'),
  jobManager: role,
  taskManager: { ...role, taskSlots: 2 },
});
new FlinkSessionJob(old, 'session-job-only', {
  cluster: oldCluster,
  job: {
    artifact: JobArtifact.http('http://192.168.56.85:8080/jars/flink/flink-on-k8s-demo-1.0-SNAPSHOT.jar'),
    entryClass: 'com.yale.StreamWordCount',
    parallelism: 1,
    upgradeMode: UpgradeMode.STATELESS,
  },
});

const current = new Chart(app, 'operator-1-15', { namespace: 'flink' });
const cluster = new FlinkSessionCluster(current, 'session-deployment-only', {
  mode: DeploymentMode.operator({ operatorVersion: '1.15', ingress }),
  version: FlinkVersion.V1_20,
  serviceAccount: new FlinkOperatorAccess(current, 'Access').serviceAccount,
  jobManager: role,
  taskManager: { ...role, taskSlots: 2 },
});
new FlinkSessionJob(current, 'session-job-only', {
  cluster,
  job: {
    artifact: JobArtifact.http('https://jars.example.com/flink/flink-on-k8s-demo-1.0.jar'),
    entryClass: 'com.yale.StreamWordCount',
    parallelism: 1,
    upgradeMode: UpgradeMode.STATELESS,
  },
});

app.synth();
