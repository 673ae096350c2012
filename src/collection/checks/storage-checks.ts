import { LIBRARY } from '../../configuration/flink-options';
import { type ClusterModel } from '../../model/cluster-model';
import { type Report } from '../../validation/problem';
import { type Inputs } from '../inputs';

/** Schemes that Flink reads by itself. */
const BUILT_IN = ['file', 'local', 'http', 'https'];
/** Schemes of file systems, and who brings them. */
const BROUGHT_BY: { readonly [scheme: string]: string } = {
  s3: 'FileSystem.s3Hadoop() or FileSystem.s3Presto()',
  s3a: 'FileSystem.s3Hadoop()',
  s3p: 'FileSystem.s3Presto()',
  gs: 'FileSystem.google()',
  abfs: 'FileSystem.azure()',
  abfss: 'FileSystem.azure()',
  wasb: 'FileSystem.azure()',
  wasbs: 'FileSystem.azure()',
  oss: 'FileSystem.aliyun()',
  hdfs: 'a HadoopConfMount, and an image with Hadoop',
  viewfs: 'a HadoopConfMount, and an image with Hadoop',
};
/** Options that hold places, by how their keys end. */
const PLACE = /(?:[.-]dirs?|storageDir|[.-]path)$/;
const SCHEME = /(?:^|[,;]\s*)([a-z][a-z0-9+.-]*):\/\//gi;

/** Whether something in the cluster reads every place that an option names. */
export function checkStorage({ options, hadoop }: ClusterModel, { contributions }: Inputs, report: Report): void {
  const brought = contributions.flatMap(({ contribution }) => contribution.fileSystemSchemes ?? []);
  for (const { key, spelt = key, value, source } of options.entries) {
    if (source !== LIBRARY && value.includes('://')) {
      const schemes = new Set([...value.matchAll(SCHEME)].map(([, scheme]) => scheme!.toLowerCase()));
      for (const scheme of schemes) {
        const known = Object.hasOwn(BROUGHT_BY, scheme) ? BROUGHT_BY[scheme] : undefined;
        const isPlace = known !== undefined || (PLACE.test(key) && !BUILT_IN.includes(scheme));
        const isHadoops = hadoop !== undefined && (known === undefined || ['hdfs', 'viewfs'].includes(scheme));
        if (isPlace && !isHadoops && !brought.includes(scheme)) {
          report('FLK-FS-01', `configuration.${spelt}`, value, { scheme, by: known ?? 'a PluginMount with this scheme' });
        }
        if (brought.filter((other) => other === scheme).length > 1) {
          report('FLK-FS-03', `configuration.${spelt}`, value, { scheme });
        }
      }
    }
  }
}
