import { mergeTemplate } from '../../kubernetes/merge';
import { normalizeMountPath } from '../../kubernetes/paths';
import { type Wire } from '../../kubernetes/wire';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { Hardening } from '../../model/hardening';
import { type Parameters, type StepDecorator } from '../../model/step-decorator';

/**
 * User and group of the official image. It must be a number: the kubelet cannot tell whether a name is root.
 * @see https://github.com/apache/flink-docker
 */
const FLINK_ID = 9999;
const POD: Wire = {
  fsGroup: FLINK_ID, runAsGroup: FLINK_ID, runAsNonRoot: true, runAsUser: FLINK_ID, seccompProfile: { type: 'RuntimeDefault' },
};
/** The bare documents say whose the volumes are. */
const OWNER_OF_VOLUMES: Wire = { fsGroup: FLINK_ID, runAsUser: FLINK_ID };
/** Much state is many files, whose owner need not be set again at every start. */
const POD_WITH_STATE: Wire = { ...POD, fsGroupChangePolicy: 'OnRootMismatch' };
const CONTAINER: Wire = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const MAIN: Wire = { ...CONTAINER, readOnlyRootFilesystem: true, runAsGroup: FLINK_ID, runAsNonRoot: true, runAsUser: FLINK_ID };

/** Where the image writes: temporary files and pid files, and the log files that the web UI shows. */
const WRITABLE: readonly { readonly name: string; readonly mountPath: string }[] = [
  { name: 'flink-tmp', mountPath: '/tmp' },
  { name: 'flink-log', mountPath: '/opt/flink/log' },
];

/** Locks the pod down as far as the cluster's hardening says; the user's own security settings are put over it. */
export class HardeningDecorator implements StepDecorator {
  public readonly name = 'HardeningDecorator';

  public decorate(pod: FlinkPod, { cluster: { hardening }, role }: Parameters): FlinkPod {
    const { podSecurityContext, securityContext, rules, volumeClaimTemplates } = role;
    return harden(pod, hardening, { podSecurityContext, securityContext, token: rules.length > 0, isStateful: volumeClaimTemplates.length > 0 });
  }
}

interface Settings {
  readonly podSecurityContext?: Wire;
  readonly securityContext?: Wire;
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
      spec: { ...over('securityContext', isStateful ? OWNER_OF_VOLUMES : undefined, podSecurityContext), ...(token ? { automountServiceAccountToken: true } : {}) },
      main: { securityContext: { runAsUser: FLINK_ID, ...securityContext } },
    });
  }
  const mounted = new Set((pod.main.volumeMounts as Wire[] | undefined ?? []).map(({ mountPath }) => typeof mountPath === 'string' ? normalizeMountPath(mountPath) : ''));
  const writable = WRITABLE.filter(({ mountPath }) => !mounted.has(mountPath));
  return addToPod(pod, {
    spec: {
      automountServiceAccountToken: token,
      enableServiceLinks: false,
      ...over('securityContext', isStateful ? POD_WITH_STATE : POD, podSecurityContext),
      ...besides(pod, 'initContainers'),
      ...besides(pod, 'containers'),
    },
    main: over('securityContext', MAIN, securityContext),
    volumes: writable.map(({ name }) => ({ name, emptyDir: {} })),
    volumeMounts: writable.map((mount) => ({ ...mount })),
  });
}

/** Containers beside the main one: their images' users are unknown, so they get the pod's. */
function besides(pod: FlinkPod, field: 'initContainers' | 'containers'): Wire {
  const containers = pod.spec[field] as Wire[] | undefined;
  return containers === undefined
    ? {}
    : { [field]: containers.map((container) => ({ ...container, ...over('securityContext', CONTAINER, container.securityContext as Wire | undefined) })) };
}

function over(field: string, base: Wire | undefined, override: Wire | undefined): Wire {
  const merged = base === undefined ? override : override === undefined ? base : mergeTemplate(base, override);
  return merged === undefined ? {} : { [field]: merged };
}
