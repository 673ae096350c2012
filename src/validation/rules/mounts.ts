import { error, IMAGE, warning, identified } from './rule';

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
});
