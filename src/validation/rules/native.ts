import { error, FLINK, KUBERNETES, warning, identified } from './rule';

const CLIENT = 'Flink: KubernetesClusterDescriptor';

/** Rules of native mode. */
export const NATIVE_RULES = identified({
  'FLK-NAT-01': error('a cluster id has 1 to 45 characters', 'give a shorter clusterName', CLIENT),
  'FLK-NAT-02': error('Flink cannot read this file: {detail}', 'correct the file', FLINK),
  'FLK-NAT-03': error('{problem}', 'give a value that Flink takes', CLIENT),
  'FLK-NAT-04': error(
    "Flink's client would read this file, and it is not known here",
    'give it by this path: DeploymentMode.native({ clientFiles: … })',
    CLIENT,
  ),
  'FLK-NAT-05': error(
    'a keytab and a principal go together, and {missing} is missing',
    'give both, or use KerberosMount',
    'Flink: security configuration',
  ),
  'FLK-NAT-06': error('it is no pod template: {problem}', 'give the manifest of a Pod', CLIENT),
  'FLK-NAT-07': error(
    'TaskManagers look for the JobManager at {clusterName}.NAMESPACE, so the namespace must be known',
    'set namespace, on the cluster or on its Chart',
    CLIENT,
  ),
  'FLK-NAT-08': warning(
    'the cluster goes when its owner goes, and the uid is that of one living object',
    'remove it, and let whoever applies the manifests delete them',
    KUBERNETES,
  ),
  'FLK-NAT-09': error(
    'Flink {release} gives TaskManagers no other files of the configuration directory than its logging files',
    'mount the file from a ConfigMap of your own, with volumes and volumeMounts',
    CLIENT,
  ),
  'FLK-NAT-10': error(
    'Flink {release} always makes a REST Service, and knows no such type',
    'use RestAccess.clusterIp()',
    CLIENT,
  ),
  'FLK-NAT-11': error(
    'Flink makes no Service for queryable state',
    'use DeploymentMode.standalone(), or make one that selects the TaskManagers',
    CLIENT,
  ),
  'FLK-NAT-12': warning(
    'Flink {release} makes as many TaskManagers as jobs need, and no more',
    'remove it, or use Flink 1.19, which keeps a minimum',
    CLIENT,
  ),
  'FLK-NAT-13': error(
    'Flink {release} ignores Kerberos',
    'use Flink 1.12 or newer, or DeploymentMode.standalone()',
    CLIENT,
  ),
  'FLK-NAT-14': error(
    'Flink {release} mounts no other objects than those of its own names',
    'call the Secret kerberos-keytab-{clusterName} and the ConfigMap kerberos-krb5conf-{clusterName}, or use Flink 1.17',
    CLIENT,
  ),
  'FLK-NAT-15': error(
    'Flink {release} limits a container to what it requests',
    'remove it, or use Flink 1.15 or newer',
    CLIENT,
  ),
  'FLK-NAT-16': warning('Flink makes TaskManagers one by one, so no workload could do it', 'remove it', CLIENT),
  'FLK-NAT-17': error(
    'it needs a pod template, and Flink {release} has none',
    'use Flink 1.13 or newer, an option of Flink such as containerized.master.env.NAME, or DeploymentMode.standalone()',
    CLIENT,
  ),
  'FLK-NAT-18': error(
    'the hardening needs a pod template, and Flink {release} has none',
    'set hardening to Hardening.NONE, or use DeploymentMode.standalone()',
    CLIENT,
  ),
  'FLK-NAT-19': warning(
    'Flink {release} loses seccompProfile when it makes TaskManagers, so a namespace that enforces restricted would refuse them',
    'use Flink 1.14 or newer, or DeploymentMode.standalone(), or a namespace that enforces baseline',
    CLIENT,
  ),
  'FLK-NAT-20': error(
    'Flink {release} runs jars of the image alone',
    'write local:///opt/flink/usrlib/job.jar, or use Flink 1.19 or newer',
    CLIENT,
  ),
  'FLK-NAT-21': error('a container cannot have so many cores', 'give a number above 0', KUBERNETES),
  'FLK-NAT-22': error(
    "Flink's client would upload local jars at submission, and manifests upload nothing",
    'remove it and name the jar where it is, or put it into the image',
    CLIENT,
  ),
  'FLK-NAT-23': error('the JobManager would make no TaskManagers: {detail}', 'give a value that Flink takes', FLINK),
  'FLK-NAT-24': error(
    'Flink reads the place of a jar as a URI, and this is none',
    'write % and two digits for blanks and brackets, or give the jar another name',
    CLIENT,
  ),
  'FLK-NAT-25': error(
    'a variable from a Secret names its variable, its Secret and its key, and {problem}',
    'write env:NAME,secret:NAME,key:KEY',
    CLIENT,
  ),
  'FLK-NAT-26': error(
    'it is no owner: {problem}',
    'write apiVersion, kind, name and uid, and at most controller and blockOwnerDeletion',
    KUBERNETES,
  ),
  'FLK-NAT-27': warning(
    'Flink {release} sizes TaskManagers by their parts, and these make pods of {pod}, whatever {source} gives',
    'give the total alone, or the parts alone',
    'Flink: ActiveResourceManagerFactory',
  ),
});
