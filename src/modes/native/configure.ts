import { withApplication } from './application-options';
import { checkNative } from './checks';
import { type Client, configFile, shipped } from './client';
import { logFiles } from './log-files';
import { type NativeCluster, type NativeModel } from './native-model';
import { nativeOptions } from './native-options';
import { withPermissions } from './permissions';
import { withSecurity } from './security';
import { withTemplates } from './templates';
import { withTypedOptions } from './typed-options';
import { writeLegacy } from '../../configuration/dialects/legacy';
import { writeNested } from '../../configuration/dialects/nested';
import { readLegacy } from '../../configuration/dialects/read';
import { FlinkOptions, type OptionEntry } from '../../configuration/flink-options';
import { type ClusterModel } from '../../model/cluster-model';
import { type Problem } from '../../validation/problem';

/**
 * The model as Flink's client prepares it before it creates anything: the options that its descriptor sets, and the
 * content of all files that it reads from its disk.
 */
export function configure(collected: ClusterModel, client: Client, problems: Problem[]): NativeCluster {
  const typed = withTypedOptions(withPermissions(collected, client), client, problems);
  const prepared = nativeOptions(withApplication(typed, client, problems), client);
  const { mounted, ...secured } = withSecurity(prepared, client, problems);
  const cluster = withTemplates(secured, mounted, client, problems);
  const configured = { ...cluster, native: nativeModel(cluster, client, mounted) };
  checkNative(configured, collected, problems);
  return configured;
}

function nativeModel(
  cluster: ReturnType<typeof withTemplates>,
  client: Client,
  mountedKerberos: NativeModel['mountedKerberos'],
): NativeModel {
  let podOptions: FlinkOptions | undefined;
  const native: NativeModel = {
    isBare: client.isBare,
    configFile: configFile(client, cluster.version),
    configText: () => configText(cluster, native.configFile),
    podOptions: () => (podOptions ??= readInPod(cluster, native)),
    logFiles: logFiles(cluster, client),
    taskManagerTemplate: cluster.taskManagerTemplate,
    mountedKerberos,
  };
  return native;
}

function configText(cluster: ClusterModel, { dialect }: NativeModel['configFile']): string {
  const { entries } = shipped(cluster);
  return dialect === 'legacy'
    ? writeLegacy(new Map(entries.map(({ key, value }) => [key, value])))
    : writeNested(entries.map(({ key, value, typed }) => [key, typed ?? value]));
}

/** `flink-conf.yaml` has no quoting, so a process can read less from it than was written. */
function readInPod(cluster: ClusterModel, native: NativeModel): FlinkOptions {
  if (native.configFile.dialect === 'standard') {
    return shipped(cluster);
  }
  const source = native.configFile.name;
  const entries = [...readLegacy(native.configText())];
  return FlinkOptions.of(entries.map(([key, value]): OptionEntry => ({ key, value, kind: 'explicit', source })))
    .options;
}
