import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { normalizeMountPath } from '../../kubernetes/paths';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { Hardening } from '../../props/hardening';

/**
 * User and group of the official image. They must be numbers: the kubelet does not know whether a name is root.
 *
 * @see https://github.com/apache/flink-docker
 */
const FLINK_ID = 9999;
const POD: ManifestJson = {
  fsGroup: FLINK_ID,
  runAsGroup: FLINK_ID,
  runAsNonRoot: true,
  runAsUser: FLINK_ID,
  seccompProfile: { type: 'RuntimeDefault' },
};
/** Without hardening, only the owner of the volumes is set. */
const OWNER_OF_VOLUMES: ManifestJson = { fsGroup: FLINK_ID, runAsUser: FLINK_ID };
/** With many files of state, changing their owner at every start would take long. */
const POD_WITH_STATE: ManifestJson = { ...POD, fsGroupChangePolicy: 'OnRootMismatch' };
const CONTAINER: ManifestJson = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const MAIN: ManifestJson = {
  ...CONTAINER,
  readOnlyRootFilesystem: true,
  runAsGroup: FLINK_ID,
  runAsNonRoot: true,
  runAsUser: FLINK_ID,
};

/** Directories that the image writes to: temporary files and PID files, and the log files for the web UI. */
const WRITABLE: readonly { readonly name: string; readonly mountPath: string }[] = [
  { name: 'flink-tmp', mountPath: '/tmp' },
  { name: 'flink-log', mountPath: '/opt/flink/log' },
];

/** Sets the security contexts of the cluster's hardening, which the user's own settings override. */
export class HardeningDecorator implements StepDecorator {
  public readonly name = 'HardeningDecorator';

  public decorate(pod: FlinkPod, { cluster: { hardening }, role }: StepContext): FlinkPod {
    const { podSecurityContext, securityContext, rules, volumeClaimTemplates } = role;
    return harden(pod, hardening, {
      podSecurityContext,
      securityContext,
      token: rules.length > 0,
      isStateful: volumeClaimTemplates.length > 0,
    });
  }
}

interface Settings {
  readonly podSecurityContext?: ManifestJson;
  readonly securityContext?: ManifestJson;
  /** Whether the pod calls the Kubernetes API. */
  readonly token?: boolean;
  /** Whether the pod has its own volumes. */
  readonly isStateful?: boolean;
}

/** Returns a pod of the Flink image with the security contexts of the hardening. */
export function harden(pod: FlinkPod, hardening: Hardening, settings: Settings): FlinkPod {
  const { podSecurityContext, securityContext, token = false, isStateful = false } = settings;
  if (hardening === Hardening.NONE) {
    return addToPod(pod, {
      spec: {
        ...(isStateful ? { securityContext: overridden(OWNER_OF_VOLUMES, podSecurityContext) } : {}),
        ...(!isStateful && podSecurityContext !== undefined ? { securityContext: podSecurityContext } : {}),
        ...(token ? { automountServiceAccountToken: true } : {}),
      },
      main: { securityContext: { runAsUser: FLINK_ID, ...securityContext } },
    });
  }
  const mounted = ((pod.main.volumeMounts as ManifestJson[] | undefined) ?? []).map(({ mountPath }) =>
    typeof mountPath === 'string' ? normalizeMountPath(mountPath) : '',
  );
  const writable = WRITABLE.filter(({ mountPath }) => !mounted.includes(mountPath));
  const spec: ManifestJson = {
    automountServiceAccountToken: token,
    enableServiceLinks: false,
    securityContext: overridden(isStateful ? POD_WITH_STATE : POD, podSecurityContext),
  };
  for (const field of ['initContainers', 'containers']) {
    // The users of their images are not known, so containers next to the main one have the user of the pod.
    const others = pod.spec[field] as ManifestJson[] | undefined;
    if (others !== undefined) {
      spec[field] = others.map((container) => ({
        ...container,
        securityContext: overridden(CONTAINER, container.securityContext as ManifestJson | undefined),
      }));
    }
  }
  return addToPod(pod, {
    spec,
    main: { securityContext: overridden(MAIN, securityContext) },
    volumes: writable.map(({ name }) => ({ name, emptyDir: {} })),
    volumeMounts: writable.map((mount) => ({ ...mount })),
  });
}

function overridden(base: ManifestJson, override: ManifestJson | undefined): ManifestJson {
  return override === undefined ? base : mergeTemplate(base, override);
}
