import { type NewCapabilityName } from '../configuration/releases';

/** A cloud that gives identities to pods. */
export type Cloud = 'aws' | 'google' | 'azure';

/** A file system plugin of Flink. */
export interface FileSystemPlugin {
  /** The name of its jar in the image is `flink-<name>-<version>.jar`. */
  readonly name: string;
  readonly schemes: readonly string[];
  /** The cloud whose identities it uses; absent if it uses none. */
  readonly cloud?: Cloud;
  /** What a release must be able to do for the plugin to be in its image; absent if all images contain it. */
  readonly shipped?: NewCapabilityName;
  /** What a release must be able to do for the plugin to read the token of an IAM role of AWS. */
  readonly readsWebIdentity?: NewCapabilityName;
  /** What a release must be able to do for the plugin to read keys from the environment; absent if all do. */
  readonly readsEnvironment?: NewCapabilityName;
  /** The option with the class that reads the token; absent if the plugin finds the class itself. */
  readonly credentialsProvider?: string;
}

export const S3_HADOOP: FileSystemPlugin = {
  name: 's3-fs-hadoop',
  schemes: ['s3', 's3a'],
  cloud: 'aws',
  readsWebIdentity: 's3PluginReadsWebIdentity',
  credentialsProvider: 'fs.s3a.aws.credentials.provider',
};
export const S3_PRESTO: FileSystemPlugin = {
  name: 's3-fs-presto',
  schemes: ['s3', 's3p'],
  cloud: 'aws',
  readsWebIdentity: 'prestoPluginFindsCredentials',
  readsEnvironment: 'prestoPluginFindsCredentials',
};
export const GOOGLE: FileSystemPlugin = {
  name: 'gs-fs-hadoop',
  schemes: ['gs'],
  cloud: 'google',
  shipped: 'shipsGooglePlugin',
};
export const AZURE: FileSystemPlugin = {
  name: 'azure-fs-hadoop',
  schemes: ['abfs', 'abfss', 'wasb', 'wasbs'],
  cloud: 'azure',
};
export const ALIYUN: FileSystemPlugin = { name: 'oss-fs-hadoop', schemes: ['oss'] };
