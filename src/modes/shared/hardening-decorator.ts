import { type ManifestJson } from '../../kubernetes/manifest-json';
import { mergeTemplate } from '../../kubernetes/merge';
import { normalizeMountPath } from '../../kubernetes/paths';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';
import { Hardening } from '../../props/hardening';

/**
 * User and group of the official image. It must be a number: the kubelet cannot tell whether a name is root.
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
/** The bare documents say whose the volumes are. */
const OWNER_OF_VOLUMES: ManifestJson = { fsGroup: FLINK_ID, runAsUser: FLINK_ID };
/** Much state is many files, whose owner need not be set again at every start. */
const POD_WITH_STATE: ManifestJson = { ...POD, fsGroupChangePolicy: 'OnRootMismatch' };
const CONTAINER: ManifestJson = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const MAIN: ManifestJson = {
  ...CONTAINER,
  readOnlyRootFilesystem: true,
  runAsGroup: FLINK_ID,
  runAsNonRoot: true,
  runAsUser: FLINK_ID,
};

/** Where the image writes: temporary files and pid files, and the log files that the web UI shows. */
const WRITABLE: readonly { readonly name: string; readonly mountPath: string }[] = [
  { name: 'flink-tmp', mountPath: '/tmp' },
  { name: 'flink-log', mountPath: '/opt/flink/log' },
];

/** Locks the pod down as far as the cluster's hardening says; the user's own security settings are put over it. */
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
  /** Whether the pod talks to Kubernetes. */
  readonly token?: boolean;
  /** Whether it has volumes of its own. */
  readonly isStateful?: boolean;
}

/** A locked down pod of the Flink image. */
export function harden(pod: FlinkPod, hardening: Hardening, settings: Settings): FlinkPod {
  const { podSecurityContext, securityContext, token = false, isStateful = false } = settings;
  if (hardening === Hardening.NONE) {
    return addToPod(pod, {
      spec: {
        ...(isStateful ? { securityContext: over(OWNER_OF_VOLUMES, podSecurityContext) } : {}),
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
    securityContext: over(isStateful ? POD_WITH_STATE : POD, podSecurityContext),
  };
  for (const field of ['initContainers', 'containers']) {
    // The users of their images are unknown, so containers beside the main one get the pod's.
    const besides = pod.spec[field] as ManifestJson[] | undefined;
    if (besides !== undefined) {
      spec[field] = besides.map((container) => ({
        ...container,
        securityContext: over(CONTAINER, container.securityContext as ManifestJson | undefined),
      }));
    }
  }
  return addToPod(pod, {
    spec,
    main: { securityContext: over(MAIN, securityContext) },
    volumes: writable.map(({ name }) => ({ name, emptyDir: {} })),
    volumeMounts: writable.map((mount) => ({ ...mount })),
  });
}

function over(base: ManifestJson, override: ManifestJson | undefined): ManifestJson {
  return override === undefined ? base : mergeTemplate(base, override);
}
