import { type FlinkVersion } from '../configuration/flink-version';
import { parseImage } from '../kubernetes/image';
import { type FlinkPodContribution } from '../props/contribution';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

const PLUGINS = '/opt/flink/plugins';

/**
 * Switches on plugins that the image holds: its entry point links the jars that a variable names into folders of their own. A wrong name
 * ends the container, so the exact release must be known.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/docker/#using-filesystem-plugins
 */
export function builtInPlugins(
  names: readonly string[],
  image: string,
  version: FlinkVersion,
  isReadOnly: boolean,
  report: Report,
): FlinkPodContribution {
  const release = releaseOf(image, version);
  if (release === undefined) {
    report(RULES['FLK-FS-02'], 'image', image, { line: version.releaseLine });
    return {};
  }
  const plugins = [...new Set(names)]
    .sort()
    .map((name) => ({ volume: `${name}-plugin`, folder: `flink-${name}-${release}` }));
  return {
    env: [{ name: 'ENABLE_BUILT_IN_PLUGINS', value: plugins.map(({ folder }) => `${folder}.jar`).join(';') }],
    ...(isReadOnly
      ? {
          volumes: plugins.map(({ volume }) => ({ name: volume, emptyDir: {} })),
          // Not over all plugins: that would hide those which the image has switched on.
          volumeMounts: plugins.map(({ volume, folder }) => ({ name: volume, mountPath: `${PLUGINS}/${folder}` })),
        }
      : {}),
  };
}

/** The release that an image holds: an official tag says it, else the version must. */
function releaseOf(image: string, version: FlinkVersion): string | undefined {
  const { repository = '', tag = '' } = parseImage(image) ?? {};
  const tagged = /(?:^|\/)flink$/.test(repository) ? /^\d+\.\d+\.\d+(?=-|$)/.exec(tag)?.[0] : undefined;
  return tagged ?? (version._patch === undefined ? undefined : `${version.releaseLine}.${version._patch}`);
}
