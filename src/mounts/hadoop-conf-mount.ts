import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isHadoopConfiguration } from './hadoop-files';
import { isOneOf } from './mount-source';
import { DUPLICATE_FILE } from '../derivation/cluster-model';
import { type Mounted, mountInto } from '../derivation/mount-host';
import { type HadoopModel } from '../model/mounted';
import { type FlinkFile } from '../props/flink-file';
import { flinkFile } from '../readers/file-reader';
import { configMap, objectKey } from '../readers/object-readers';
import { type Fields, list, readStruct } from '../readers/reader';
import { type Report } from '../validation/problem';
import { defineRule } from '../validation/rule';

export const MISSING_HADOOP_FILE = defineRule({
  id: 'FLK-HADOOP-01',
  severity: 'error',
  rule: 'Flink looks for core-site.xml and hdfs-site.xml, and ignores a configuration with neither',
  fix: 'add at least one of them',
  source: 'Flink: HadoopConfMountDecorator',
});

/** Properties of a Hadoop configuration. Exactly one of `configMap` and `files` is required. */
export interface HadoopConfMountProps {
  /**
   * An existing ConfigMap with the files.
   * @default - `files`
   */
  readonly configMap?: kplus.IConfigMap;
  /**
   * The files, which are written to a ConfigMap: `core-site.xml`, `hdfs-site.xml` or both, and others that libraries in
   * the image read.
   * @default - `configMap`
   */
  readonly files?: FlinkFile[];
}

const FIELDS: Fields<HadoopConfMountProps> = {
  configMap,
  files: list(flinkFile),
};

/**
 * The Hadoop configuration of every process of a cluster, as `HADOOP_CONF_DIR`. The image needs Hadoop, which the
 * official image does not contain.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/
 */
export class HadoopConfMount extends Construct {
  constructor(scope: Construct, id: string, props: HadoopConfMountProps) {
    super(scope, id);
    mountInto(this, (report) => read(props, report));
  }
}

function read(props: unknown, report: Report): Mounted | undefined {
  const given = readStruct<HadoopConfMountProps>(props, FIELDS, '', report);
  const hadoop = isOneOf(given, ['configMap', 'files'], report) ? hadoopOf(given, report) : undefined;
  return hadoop && { order: 'hadoop', contribution: { hadoop } };
}

const NEEDED = ['core-site.xml', 'hdfs-site.xml'];

function hadoopOf({ configMap: map, files = [] }: HadoopConfMountProps, report: Report): HadoopModel | undefined {
  if (map !== undefined) {
    return { existing: map.name };
  }
  const names = files.map(({ name }) => name);
  if (!names.some((name) => NEEDED.includes(name))) {
    report(MISSING_HADOOP_FILE, 'files', names);
    return undefined;
  }
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return files.map((file, index) => isValid(file, `files[${index}]`, files, report)).every(Boolean)
    ? { files: sorted }
    : undefined;
}

function isValid(file: FlinkFile, property: string, files: readonly FlinkFile[], report: Report): boolean {
  if (files.find(({ name }) => name === file.name) !== file) {
    report(DUPLICATE_FILE, property, file.name);
    return false;
  }
  return (
    objectKey(file.name, `${property}.name`, report) !== undefined &&
    (!file.name.endsWith('.xml') || isHadoopConfiguration(file, property, report))
  );
}
