import { type Cloud, type FileSystemPlugin } from './file-system-plugins';
import { type FlinkVersion } from '../configuration/flink-version';
import { firstRelease } from '../configuration/releases';
import { type Check, checkOf, runCheck } from '../validation/check';
import { type Report } from '../validation/problem';
import { Sources } from '../validation/rule';

/** A file system as it was given to a cluster. */
export interface FileSystemContext {
  readonly plugin: FileSystemPlugin;
  readonly version: FlinkVersion;
  /** The cloud of the identity, if there is one. */
  readonly identity?: Cloud;
  readonly hasCredentials: boolean;
}

const fileSystemRule = checkOf<FileSystemContext>();

export const PLUGIN_NOT_IN_IMAGE = fileSystemRule({
  id: 'FLK-FS-07',
  severity: 'error',
  rule: 'the image contains this plugin from Flink {first} on',
  fix: 'use Flink {first} or newer, or a PluginMount',
  source: 'directory opt of the official image',
  find({ plugin, version }, report) {
    if (plugin.shipped !== undefined && !version._can(plugin.shipped)) {
      report(propertyOf(plugin), undefined, { first: firstRelease(plugin.shipped) });
    }
  },
});

export const NO_WEB_IDENTITY = fileSystemRule({
  id: 'FLK-FS-08',
  severity: 'error',
  rule: 'the AWS client of this plugin does not support web identities before Flink {first}',
  fix: 'use Flink {first} or newer, or set credentials',
  source: 'Flink: AWS SDK of the S3 plugins',
  find({ plugin, version, identity }, report) {
    const { readsWebIdentity } = plugin;
    if (identity === 'aws' && readsWebIdentity !== undefined && !version._can(readsWebIdentity)) {
      report(propertyOf(plugin), undefined, { first: firstRelease(readsWebIdentity) });
    }
  },
});

export const NO_CREDENTIALS_FROM_ENVIRONMENT = fileSystemRule({
  id: 'FLK-FS-09',
  severity: 'error',
  rule: 'the plugin does not read keys from the environment before Flink {first}',
  fix: 'use FileSystem.s3Hadoop(), or Flink {first} or newer',
  source: 'FLINK-23487',
  find({ plugin, version, hasCredentials }, report) {
    const { readsEnvironment } = plugin;
    if (hasCredentials && readsEnvironment !== undefined && !version._can(readsEnvironment)) {
      report(propertyOf(plugin), undefined, { first: firstRelease(readsEnvironment) });
    }
  },
});

export const NO_AZURE_IDENTITY = fileSystemRule({
  id: 'FLK-FS-10',
  severity: 'error',
  rule: 'workload identities need Hadoop 3.4.1, and the plugin of every release contains an older one',
  fix: 'mount your own plugin, with WorkloadIdentity.azure() among features, or set the key in secretConfiguration',
  source: 'Hadoop: ABFS driver',
  find({ plugin, identity }, report) {
    if (identity === 'azure' && plugin.cloud === 'azure') {
      report(propertyOf(plugin));
    }
  },
});

export const IDENTITY_OF_ANOTHER_CLOUD = fileSystemRule({
  id: 'FLK-FS-11',
  severity: 'error',
  rule: 'the identity belongs to another cloud',
  fix: 'use WorkloadIdentity.{cloud}()',
  source: 'Flink: file systems',
  find({ plugin, identity }, report) {
    if (identity !== undefined && plugin.cloud !== undefined && plugin.cloud !== identity) {
      report(propertyOf(plugin), undefined, { cloud: plugin.cloud });
    }
  },
});

export const IDENTITY_AND_CREDENTIALS = fileSystemRule({
  id: 'FLK-FS-12',
  severity: 'error',
  rule: 'the file system has both an identity and credentials',
  fix: 'remove one of the two',
  source: Sources.LIBRARY,
  find({ plugin, identity, hasCredentials }, report) {
    if (identity !== undefined && hasCredentials) {
      report(propertyOf(plugin));
    }
  },
});

const FILE_SYSTEM_RULES: readonly Check<FileSystemContext>[] = [
  PLUGIN_NOT_IN_IMAGE,
  NO_WEB_IDENTITY,
  NO_CREDENTIALS_FROM_ENVIRONMENT,
  NO_AZURE_IDENTITY,
  IDENTITY_OF_ANOTHER_CLOUD,
  IDENTITY_AND_CREDENTIALS,
];

/** Checks a file system before a cluster uses it. */
export function checkFileSystem(context: FileSystemContext, report: Report): void {
  FILE_SYSTEM_RULES.forEach((rule) => runCheck(rule, context, () => report));
}

function propertyOf({ name }: FileSystemPlugin): string {
  return `fileSystems.${name}`;
}
