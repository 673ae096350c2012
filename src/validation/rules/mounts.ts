import { error, FLINK, IMAGE, KUBERNETES, LIBRARY, warning, identified } from './rule';

/** Rules about what pods are given: volumes, Secrets, Kerberos, Hadoop, file systems, accounts. */
export const MOUNT_RULES = identified({
  'FLK-FS-01': warning(
    'nothing in the cluster reads {scheme}://',
    'give {by}, or suppress this where the image brings the file system',
    'Flink: UnsupportedFileSystemSchemeException',
  ),
  'FLK-FS-02': error(
    'a plugin of the image is switched on by the exact release in its name, and the image does not tell it',
    'write the patch too, as in FlinkVersion.of("{line}.1")',
    IMAGE,
  ),
  'FLK-FS-03': warning(
    'two plugins read {scheme}://, and which of them does is left to chance',
    'write s3a:// for the plugin of Hadoop or s3p:// for that of Presto',
    'Flink: Amazon S3',
  ),
  'FLK-FS-04': error(
    'file systems are found by schemes in lower case, and none is called {scheme}',
    'write {lower}://',
    'Flink: UnsupportedFileSystemSchemeException',
  ),
  'FLK-FS-05': error('{problem}', '{fix}', 'Flink: file systems'),
  'FLK-KRB-04': error(
    'a login needs a keytab and a principal, and {missing} is missing',
    'use a KerberosMount, or state both',
    FLINK,
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
  'FLK-SECRET-07': error(
    'it holds {found}, and everybody who can read the manifests could read it',
    'put it into a Secret and refer to that',
    LIBRARY,
  ),
});
