import { error, FLINK, type Rule } from './rule';

const CLIENT = 'Flink: KubernetesClusterDescriptor';

/** Rules of native mode. */
export const NATIVE_RULES = {
  'FLK-NAT-01': error('a cluster id has 1 to 45 characters', 'give a shorter clusterName', CLIENT),
  'FLK-NAT-02': error('Flink cannot read this file: {detail}', 'correct the file', FLINK),
  'FLK-NAT-03': error('it {problem}', 'give a value that Flink takes', CLIENT),
  'FLK-NAT-04': error('Flink\'s client would read this file, and it is not known here', 'give it by this path: DeploymentMode.native({ clientFiles: … })', CLIENT),
  'FLK-NAT-05': error('a keytab and a principal go together, and {missing} is missing', 'give both, or use KerberosMount', 'Flink: security configuration'),
  'FLK-NAT-06': error('it is no pod template: {problem}', 'give the manifest of a Pod', CLIENT),
} as const satisfies { readonly [id: string]: Rule };
