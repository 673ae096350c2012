import { type FlinkVersion } from '../../configuration/flink-version';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap } from '../../kubernetes/pod-shapes';

/** Fields of a map by name: `true` for any value, otherwise the fields of a map or of the maps in a list. */
interface Fields {
  readonly [field: string]: true | Fields;
}

function all(...fields: string[]): Fields {
  return Object.fromEntries(fields.map((field) => [field, true]));
}

const HANDLER: Fields = { ...all('exec', 'httpGet', 'tcpSocket') };
const RESOURCES = all('limits', 'requests');

const WINDOWS = all('gmsaCredentialSpec', 'gmsaCredentialSpecName', 'runAsUserName');
const CONTAINER = all(
  'args',
  'command',
  'envFrom',
  'image',
  'imagePullPolicy',
  'name',
  'stdin',
  'stdinOnce',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'tty',
  'volumeDevices',
  'workingDir',
);
const CONTAINER_SECURITY = all(
  'allowPrivilegeEscalation',
  'capabilities',
  'privileged',
  'procMount',
  'readOnlyRootFilesystem',
  'runAsGroup',
  'runAsNonRoot',
  'runAsUser',
  'seLinuxOptions',
);
const POD_SECURITY = all(
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsGroup',
  'runAsNonRoot',
  'runAsUser',
  'seLinuxOptions',
  'supplementalGroups',
  'sysctls',
);
const SPEC = all(
  'activeDeadlineSeconds',
  'automountServiceAccountToken',
  'dnsConfig',
  'dnsPolicy',
  'enableServiceLinks',
  'ephemeralContainers',
  'hostAliases',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'hostname',
  'imagePullSecrets',
  'nodeName',
  'nodeSelector',
  'overhead',
  'preemptionPolicy',
  'priority',
  'priorityClassName',
  'readinessGates',
  'restartPolicy',
  'runtimeClassName',
  'schedulerName',
  'serviceAccount',
  'serviceAccountName',
  'shareProcessNamespace',
  'subdomain',
  'terminationGracePeriodSeconds',
  'tolerations',
);
const VOLUME = all(
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'iscsi',
  'name',
  'nfs',
  'persistentVolumeClaim',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'secret',
  'storageos',
  'vsphereVolume',
);
const PROJECTED: Fields = {
  defaultMode: true,
  sources: all('configMap', 'downwardAPI', 'secret', 'serviceAccountToken'),
};
const CLAIM: Fields = {
  readOnly: true,
  volumeClaimTemplate: {
    metadata: true,
    spec: {
      ...all('accessModes', 'dataSource', 'selector', 'storageClassName', 'volumeMode', 'volumeName'),
      resources: RESOURCES,
    },
  },
};

/** Fields that the Kubernetes model of a client knows only in newer releases. */
type Newer = (fields: Fields) => Fields;

/** The fields of a pod that the Kubernetes model of a client before `keepsUnknownPodFields` knows. */
function podFields(newer: Newer): Fields {
  return { ...all('apiVersion', 'kind', 'metadata', 'status'), spec: specFields(newer) };
}

function specFields(newer: Newer): Fields {
  const container = containerFields(newer);
  const affinity = affinityFields(newer);
  return {
    ...SPEC,
    ...newer(all('setHostnameAsFQDN')),
    affinity: { nodeAffinity: true, podAffinity: affinity, podAntiAffinity: affinity },
    containers: container,
    initContainers: container,
    securityContext: { ...POD_SECURITY, ...newer(all('seccompProfile')), windowsOptions: WINDOWS },
    topologySpreadConstraints: all('labelSelector', 'maxSkew', 'topologyKey', 'whenUnsatisfiable'),
    volumes: { ...VOLUME, projected: PROJECTED, ...newer({ ephemeral: CLAIM }) },
  };
}

function containerFields(newer: Newer): Fields {
  const probe: Fields = {
    ...HANDLER,
    ...all('failureThreshold', 'initialDelaySeconds', 'periodSeconds', 'successThreshold', 'timeoutSeconds'),
    ...newer(all('terminationGracePeriodSeconds')),
  };
  return {
    ...CONTAINER,
    env: { ...all('name', 'value'), valueFrom: all('configMapKeyRef', 'fieldRef', 'resourceFieldRef', 'secretKeyRef') },
    lifecycle: { postStart: HANDLER, preStop: HANDLER },
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    ports: all('containerPort', 'hostIP', 'hostPort', 'name', 'protocol'),
    resources: RESOURCES,
    securityContext: { ...CONTAINER_SECURITY, ...newer(all('seccompProfile')), windowsOptions: WINDOWS },
    volumeMounts: all('mountPath', 'mountPropagation', 'name', 'readOnly', 'subPath', 'subPathExpr'),
  };
}

function affinityFields(newer: Newer): Fields {
  const term = { ...all('labelSelector', 'namespaces', 'topologyKey'), ...newer(all('namespaceSelector')) };
  return {
    requiredDuringSchedulingIgnoredDuringExecution: term,
    preferredDuringSchedulingIgnoredDuringExecution: { weight: true, podAffinityTerm: term },
  };
}

/**
 * A pod as clients before `keepsUnknownPodFields` read it: fields that their Kubernetes model does not know are lost.
 *
 * @see https://github.com/fabric8io/kubernetes-client
 */
export function dropUnknownFields(pod: ManifestJson, version: FlinkVersion): ManifestJson {
  return known(
    pod,
    podFields((fields) => (version._can('knowsNewerPodFields') ? fields : {})),
  );
}

function known(map: ManifestJson, fields: Fields): ManifestJson {
  return Object.fromEntries(
    Object.entries(map).flatMap(([field, value]) => {
      const kind = Object.hasOwn(fields, field) ? fields[field]! : undefined;
      return kind === undefined ? [] : [[field, kind === true ? value : knownValue(value, kind)]];
    }),
  );
}

function knownValue(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => knownValue(item, fields));
  }
  return isMap(value) ? known(value, fields) : value;
}
