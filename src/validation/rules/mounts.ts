import { error, FLINK, KUBERNETES, LIBRARY, warning, identified } from './rule';

const HADOOP = 'Hadoop configuration';

/** Rules about what pods are given: volumes, Secrets, Kerberos, Hadoop, file systems, accounts. */
export const MOUNT_RULES = identified({
  'FLK-HADOOP-01': error(
    'Flink looks for core-site.xml and hdfs-site.xml, and skips a configuration with neither',
    'give at least one of the two',
    'Flink: HadoopConfMountDecorator',
  ),
  'FLK-HADOOP-02': error(
    'it is no Hadoop configuration: {problem}',
    'give well-formed XML with <configuration> around its properties',
    HADOOP,
  ),
  'FLK-HADOOP-03': error(
    '{name} looks like a credential, and a ConfigMap would show it to everybody',
    'name a Hadoop credential provider instead, or use the identity of the pods',
    HADOOP,
  ),
  'FLK-KRB-01': error(
    'it is no keytab: {problem}',
    'give the file that ktutil or kadmin wrote, byte for byte',
    'MIT keytab file format',
  ),
  'FLK-KRB-02': error(
    'it is no krb5.conf: {problem}',
    'give a text with a section [libdefaults] and line breaks as on Linux',
    'MIT krb5.conf',
  ),
  'FLK-KRB-03': error(
    'it is no principal',
    'write primary, primary/instance or either with @REALM',
    'Kerberos principal names',
  ),
  'FLK-KRB-04': error(
    'a login needs a keytab and a principal, and {missing} is missing',
    'use a KerberosMount, or state both',
    FLINK,
  ),
  'FLK-KRB-05': warning(
    'without a krb5.conf the JVM finds no realm, and the official image brings none',
    'give krb5Conf or krb5ConfigMap, or suppress this where the image holds one',
    'Java: Kerberos requirements',
  ),
  'FLK-MOUNT-01': error(
    'it is below no cluster, JobManager or TaskManager, so there is nothing to mount into',
    'give one of them, or the FlinkConfigMap of parts made by hand, as the scope',
    LIBRARY,
  ),
  'FLK-MOUNT-02': error(
    'it sets {what}, which all processes of a cluster share, for one role alone',
    'give the cluster as the scope, or mount the same into the other role',
    FLINK,
  ),
  'FLK-MOUNT-03': error('the cluster has {what} already, by {other}', 'keep one of the two', LIBRARY),
  'FLK-MOUNT-04': error('exactly one of {choices} says what is mounted, and there are {count}', 'keep one', LIBRARY),
  'FLK-MOUNT-05': error(
    'it is no folder of a plugin',
    'use letters, digits, ".", "-" and "_"',
    'Flink: plugin folders',
  ),
  'FLK-SA-01': error(
    'pods cannot run as an account of another namespace, and this one is in {namespace}',
    'give one of the namespace of the cluster',
    KUBERNETES,
  ),
  'FLK-SA-02': error('{key} is to be this and {other} at once', 'give one identity to each cluster', LIBRARY),
  'FLK-SA-03': warning(
    'the account is none of the cluster, which cannot give it the annotation {key}: {value}',
    'set the annotation where the account is made, or leave the account to the cluster',
    LIBRARY,
  ),
  'FLK-SECRET-01': error(
    '{key} looks like a credential (given by {source}), and everybody who can read the ConfigMap or Git could read it',
    'give it by secretConfiguration, or by SecretEnv or SecretMount where what reads it looks there; or name it in allowPlainCredentials',
    LIBRARY,
  ),
  'FLK-SECRET-02': error(
    'something else than the Flink process reads this option, from the configuration file alone',
    'put it into configuration',
    'start scripts of the distribution',
  ),
  'FLK-SECRET-03': error(
    'the command line {where} takes no options, and the configuration file cannot hold a secret',
    'give it by SecretEnv or SecretMount where what reads it looks there, or use an identity of the pods',
    FLINK,
  ),
  'FLK-SECRET-04': error(
    'the variable looks like a credential, and everybody who can read the pod or Git could read it',
    'use a SecretEnv or envValues; or name it in allowPlainCredentials',
    LIBRARY,
  ),
  'FLK-SECRET-05': error(
    'it is no key of a Secret or a ConfigMap',
    'use at most 253 letters, digits, ".", "-" and "_"',
    KUBERNETES,
  ),
  'FLK-SECRET-06': warning(
    'the bytes of the file would lie in the manifests, and so in Git',
    'refer to an existing Secret, or suppress this where the manifests are encrypted',
    LIBRARY,
  ),
  'FLK-SECRET-07': error(
    'it holds {found}, and everybody who can read the manifests could read it',
    'put it into a Secret and refer to that',
    LIBRARY,
  ),
});
