import { withApplication } from './application-options';
import { checkNative } from './checks';
import { type Client, configFile, shipped } from './client';
import { logFiles } from './log-files';
import { type NativeCluster, type NativeModel } from './native-model';
import { nativeOptions } from './native-options';
import { refusals } from './refusals';
import { releaseOf } from './release';
import { withSecurity } from './security';
import { withTemplates } from './templates';
import { withRights, withTypedStatements } from './typed-statements';
import { writeLegacy } from '../../configuration/dialects/legacy';
import { writeNested } from '../../configuration/dialects/nested';
import { readLegacy } from '../../configuration/dialects/read';
import { FlinkOptions } from '../../configuration/flink-options';
import { type ClusterModel } from '../../model/cluster-model';
import { type Problem } from '../../validation/problem';

/** What Flink's client makes of a configuration before it creates anything: the descriptor's updates, and all that it reads from its disk. */
export function configure(collected: ClusterModel, client: Client, problems: Problem[]): NativeCluster {
  const release = releaseOf(collected.version);
  const prepared = nativeOptions(
    withApplication(withTypedStatements(withRights(collected, client), client, problems), client, problems),
    client,
  );
  const { mounted, ...secured } = withSecurity(prepared, client, problems);
  const cluster = withTemplates(secured, mounted, client, problems);
  const native: NativeModel = {
    isBare: client.isBare,
    configFile: configFile(client, cluster.version),
    configText: () => configText(cluster.options, native.configFile, release.clientOnly),
    podOptions: () => (podOptions ??= readInPod(cluster.options, native, release.clientOnly)),
    logFiles: logFiles(cluster, client),
    taskManagerTemplate: cluster.taskManagerTemplate,
    mountedKerberos: mounted,
  };
  let podOptions: FlinkOptions | undefined;
  const configured = { ...cluster, native };
  refusals(configured, problems);
  if (!client.isBare) {
    checkNative(configured, collected, problems);
  }
  return configured;
}

function configText(
  options: FlinkOptions,
  { dialect }: NativeModel['configFile'],
  clientOnly: readonly string[],
): string {
  const { entries } = shipped(options, clientOnly);
  return dialect === 'legacy'
    ? writeLegacy(new Map(entries.map(({ key, value }) => [key, value])))
    : writeNested(entries.map(({ key, value, typed }) => [key, typed ?? value]));
}

/** The old file has no quoting, so what is read from it may be less than what was written to it. */
function readInPod(options: FlinkOptions, native: NativeModel, clientOnly: readonly string[]): FlinkOptions {
  if (native.configFile.dialect === 'standard') {
    return shipped(options, clientOnly);
  }
  const read = [...readLegacy(native.configText())].map(([key, value]) => ({
    key,
    value,
    kind: 'explicit' as const,
    source: native.configFile.name,
  }));
  return FlinkOptions.of(read).options;
}
