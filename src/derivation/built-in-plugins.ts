import { type FlinkVersion } from '../configuration/flink-version';
import { parseImage } from '../kubernetes/image';
import { type FlinkPodContribution } from '../props/contribution';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const PLUGIN_OF_UNKNOWN_RELEASE = defineRule({
  id: 'FLK-FS-02',
  severity: 'error',
  rule: 'a plugin of the image is enabled by its file name with the exact release, which the image does not specify',
  fix: 'specify the patch release, too, as in FlinkVersion.of("{line}.1")',
  source: Sources.IMAGE,
});

/** The image of a role, which contains the plugins. */
interface PluginImage {
  readonly reference: string;
  readonly version: FlinkVersion;
  /** Whether its root file system is mounted read-only. */
  readonly isReadOnly: boolean;
}

const PLUGINS = '/opt/flink/plugins';

/**
 * Enables plugins that the image contains: its entry point links the jars that a variable lists into directories. The
 * container ends if a jar does not exist, so the exact release must be known.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/docker/#using-filesystem-plugins
 */
export function builtInPlugins(
  names: readonly string[],
  { reference, version, isReadOnly }: PluginImage,
  report: Report,
): FlinkPodContribution {
  const release = releaseOf(reference, version);
  if (release === undefined) {
    report(PLUGIN_OF_UNKNOWN_RELEASE, 'image', reference, { line: version.releaseLine });
    return {};
  }
  const plugins = [...new Set(names)]
    .sort()
    .map((name) => ({ volume: `${name}-plugin`, directory: `flink-${name}-${release}` }));
  const env = [
    { name: 'ENABLE_BUILT_IN_PLUGINS', value: plugins.map(({ directory }) => `${directory}.jar`).join(';') },
  ];
  if (!isReadOnly) {
    return { env };
  }
  return {
    env,
    volumes: plugins.map(({ volume }) => ({ name: volume, emptyDir: {} })),
    // One mount for all plugins would hide those that the image has already enabled.
    volumeMounts: plugins.map(({ volume, directory }) => ({ name: volume, mountPath: `${PLUGINS}/${directory}` })),
  };
}

/** The release in an image: the tag of an official image specifies it, for other images the version must. */
function releaseOf(reference: string, version: FlinkVersion): string | undefined {
  const { repository = '', tag = '' } = parseImage(reference) ?? {};
  const tagged = /(?:^|\/)flink$/.test(repository) ? /^\d+\.\d+\.\d+(?=-|$)/.exec(tag)?.[0] : undefined;
  return tagged ?? (version._patch === undefined ? undefined : `${version.releaseLine}.${version._patch}`);
}
