import { error, objection, warning, identified } from './rule';

const OPERATOR = 'Flink Kubernetes Operator';

/** Rules about what a cluster can say through the operator's resources. */
export const OPERATOR_MODE_RULES = identified({
  'FLK-OPM-01': error(
    'a release of the operator has two or three numbers with dots',
    'give, for example, 1.15.0',
    OPERATOR,
  ),
  'FLK-OPM-02': error(
    'the operator puts only log4j-console.properties and logback-console.xml into the configuration directory',
    'mount the file from a ConfigMap of your own, with volumes and volumeMounts',
    OPERATOR,
  ),
  'FLK-OPM-03': warning('the operator makes the Deployment and has no field for it', 'remove it', OPERATOR),
  'FLK-OPM-04': warning(
    'the operator makes no Service for queryable state',
    'make one that selects the TaskManagers, or remove it',
    OPERATOR,
  ),
  'FLK-OPM-07': error(
    'the operator makes the REST Service, with a port and addresses of its own choice',
    'use RestAccess.clusterIp(), nodePort(), loadBalancer() or headless() without more, or make a Service of your own',
    OPERATOR,
  ),
  'FLK-OPM-08': warning(
    'the account that the chart of the operator makes has no such right, and no Role is written for it',
    'give it to the account, or remove the feature',
    OPERATOR,
  ),
  'FLK-OPM-09': error(
    'only the Flink Kubernetes Operator makes clusters of two colours',
    'use DeploymentMode.operator(), or a FlinkApplicationCluster',
    OPERATOR,
  ),
  'FLK-OPM-10': error(
    'the operator submits a session job by the URI of its jar and gives it no pod, so nothing can be fetched, checked or mounted for it',
    'use JobArtifact.http() without a checksum, or a FlinkApplicationCluster',
    OPERATOR,
  ),
  'FLK-OPM-11': error(
    'the operator takes snapshots of the job of a FlinkDeployment, or of a FlinkSessionJob; {problem}',
    'give a FlinkApplicationCluster or a FlinkSessionJob in operator mode',
    OPERATOR,
  ),
  'FLK-OPM-12': error(
    'the operator looks for the job in the namespace of the snapshot, and the job is in the namespace {namespace}',
    'write the same namespace',
    OPERATOR,
  ),
  'FLK-OPM-13': warning(
    'the cluster makes no account in operator mode, which could have the annotation {key}: {value}',
    'give the identity to FlinkOperatorAccess too and its account as serviceAccount, or annotate the account where it is made',
    OPERATOR,
  ),
  'FLK-OPM-14': objection(
    'the operator would read the keytab and krb5.conf in its own pod, and Flink look for a Secret of its own name',
    'use native mode of operator 1.6 or newer with Flink 1.17 or newer, or suppress this where the operator has the files and the Secret is called as Flink calls it',
    OPERATOR,
  ),
});
