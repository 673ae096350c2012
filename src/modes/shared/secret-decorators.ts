import { type ManifestJson } from '../../kubernetes/manifest-json';
import { volumeNameOf } from '../../kubernetes/names';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type SecretMountModel } from '../../model/mounted';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** Adds keys of Secrets as environment variables. They come first, so that other variables can refer to them. */
export class EnvSecretsDecorator implements StepDecorator {
  public readonly name = 'EnvSecretsDecorator';

  public decorate(pod: FlinkPod, { role: { secretEnv } }: StepContext): FlinkPod {
    const env = secretEnv.map(({ name, secretName, key }): ManifestJson => ({
      name,
      valueFrom: { secretKeyRef: { name: secretName, key } },
    }));
    return env.length === 0 ? pod : addToPod(pod, { main: { env: [...env, ...((pod.main.env as []) ?? [])] } });
  }
}

/** Mounts Secrets as files. */
export class MountSecretsDecorator implements StepDecorator {
  public readonly name = 'MountSecretsDecorator';

  public decorate(pod: FlinkPod, { role: { secretMounts } }: StepContext): FlinkPod {
    if (secretMounts.length === 0) {
      return pod;
    }
    const named = withVolumeNames(secretMounts);
    return addToPod(pod, {
      volumes: named.map(({ volume, mount }) => ({ name: volume, secret: secretSource(mount) })),
      volumeMounts: named.map(({ volume, mount: { mountPath } }) => ({ name: volume, mountPath })),
    });
  }
}

function secretSource({ secretName, items, mode, optional }: SecretMountModel): ManifestJson {
  return {
    secretName,
    ...(items === undefined ? {} : { items: items.map(({ key, path }) => ({ key, path })) }),
    ...(mode === undefined ? {} : { defaultMode: mode }),
    ...(optional === undefined ? {} : { optional }),
  };
}

/**
 * Flink names such a volume after the Secret, with the suffix `-volume`. The name of a Secret can be longer than that
 * of a volume and have dots, and a Secret can be mounted twice.
 */
function withVolumeNames(
  mounts: readonly SecretMountModel[],
): { readonly volume: string; readonly mount: SecretMountModel }[] {
  const taken = new Set<string>();
  return mounts.map((mount) => {
    for (let count = 1; ; count++) {
      const volume = volumeNameOf(mount.secretName, count === 1 ? '-volume' : `-volume-${count}`);
      if (!taken.has(volume)) {
        taken.add(volume);
        return { volume, mount };
      }
    }
  });
}
