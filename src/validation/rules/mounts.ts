import { error, FLINK, KUBERNETES, LIBRARY, type Rule, warning } from './rule';

const HADOOP = 'Hadoop configuration';

/** Rules about what is mounted into pods: volumes, Secrets, Kerberos, Hadoop. */
export const MOUNT_RULES = {
  'FLK-HADOOP-01': error('Flink looks for core-site.xml and hdfs-site.xml, and skips a configuration with neither', 'give at least one of the two', 'Flink: HadoopConfMountDecorator'),
  'FLK-HADOOP-02': error('it is no Hadoop configuration: {problem}', 'give well-formed XML with <configuration> around its properties', HADOOP),
  'FLK-HADOOP-03': error('{name} looks like a credential, and a ConfigMap would show it to everybody', 'name a Hadoop credential provider instead, or use the identity of the pods', HADOOP),
  'FLK-KRB-01': error('it is no keytab: {problem}', 'give the file that ktutil or kadmin wrote, byte for byte', 'MIT keytab file format'),
  'FLK-KRB-02': error('it is no krb5.conf: {problem}', 'give a text with a section [libdefaults] and line breaks as on Linux', 'MIT krb5.conf'),
  'FLK-KRB-03': error('it is no principal', 'write primary, primary/instance or either with @REALM', 'Kerberos principal names'),
  'FLK-KRB-04': error('a login needs a keytab and a principal, and {missing} is missing', 'use a KerberosMount, or state both', FLINK),
  'FLK-KRB-05': warning('without a krb5.conf the JVM finds no realm, and the official image brings none', 'give krb5Conf or krb5ConfigMap, or suppress this where the image holds one', 'Java: Kerberos requirements'),
  'FLK-MOUNT-01': error('it is below no cluster, JobManager or TaskManager, so there is nothing to mount into', 'give one of them, or the FlinkConfigMap of parts made by hand, as the scope', LIBRARY),
  'FLK-MOUNT-02': error('it sets {what}, which all processes of a cluster share, for one role alone', 'give the cluster as the scope, or mount the same into the other role', FLINK),
  'FLK-MOUNT-03': error('the cluster has {what} already, by {other}', 'keep one of the two', LIBRARY),
  'FLK-MOUNT-04': error('exactly one of {choices} says what is mounted, and there are {count}', 'keep one', LIBRARY),
  'FLK-MOUNT-05': error('it is no folder of a plugin', 'use letters, digits, ".", "-" and "_"', 'Flink: plugin folders'),
  'FLK-SECRET-05': error('it is no key of a Secret or a ConfigMap', 'use at most 253 letters, digits, ".", "-" and "_"', KUBERNETES),
  'FLK-SECRET-06': warning('the bytes of the file would lie in the manifests, and so in Git', 'refer to an existing Secret, or suppress this where the manifests are encrypted', LIBRARY),
} as const satisfies { readonly [id: string]: Rule };
