import { type FlinkVersion } from '../../configuration/flink-version';
import { type ManifestJson } from '../../kubernetes/manifest-json';

/** Fields of a kind of map: either taken as they are, or maps, or lists of maps, of a kind of their own. */
interface Fields {
  readonly [field: string]: true | Fields;
}

function all(...fields: string[]): Fields {
  return Object.fromEntries(fields.map((field) => [field, true]));
}

const HANDLER: Fields = { ...all('exec', 'httpGet', 'tcpSocket') };
const RESOURCES = all('limits', 'requests');

/** What the Kubernetes model of a client up to 1.15 knows of a pod; that of 1.13 is two years older than that of 1.14. */
function podFields(isOld: boolean): Fields {
  const newer = (...fields: string[]): Fields => (isOld ? {} : all(...fields));
  const probe: Fields = {
    ...HANDLER,
    ...all('failureThreshold', 'initialDelaySeconds', 'periodSeconds', 'successThreshold', 'timeoutSeconds'),
    ...newer('terminationGracePeriodSeconds'),
  };
  const windows = all('gmsaCredentialSpec', 'gmsaCredentialSpecName', 'runAsUserName');
  const container: Fields = {
    ...all(
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
    ),
    env: { ...all('name', 'value'), valueFrom: all('configMapKeyRef', 'fieldRef', 'resourceFieldRef', 'secretKeyRef') },
    lifecycle: { postStart: HANDLER, preStop: HANDLER },
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    ports: all('containerPort', 'hostIP', 'hostPort', 'name', 'protocol'),
    resources: RESOURCES,
    securityContext: {
      ...all(
        'allowPrivilegeEscalation',
        'capabilities',
        'privileged',
        'procMount',
        'readOnlyRootFilesystem',
        'runAsGroup',
        'runAsNonRoot',
        'runAsUser',
        'seLinuxOptions',
      ),
      ...newer('seccompProfile'),
      windowsOptions: windows,
    },
    volumeMounts: all('mountPath', 'mountPropagation', 'name', 'readOnly', 'subPath', 'subPathExpr'),
  };
  return { ...all('apiVersion', 'kind', 'metadata', 'status'), spec: specFields(container, windows, newer) };
}

function specFields(container: Fields, windowsOptions: Fields, newer: (...fields: string[]) => Fields): Fields {
  const term: Fields = { ...all('labelSelector', 'namespaces', 'topologyKey'), ...newer('namespaceSelector') };
  const affinity: Fields = {
    requiredDuringSchedulingIgnoredDuringExecution: term,
    preferredDuringSchedulingIgnoredDuringExecution: { weight: true, podAffinityTerm: term },
  };
  return {
    ...all(
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
    ),
    ...newer('setHostnameAsFQDN'),
    affinity: { nodeAffinity: true, podAffinity: affinity, podAntiAffinity: affinity },
    containers: container,
    initContainers: container,
    securityContext: {
      ...all(
        'fsGroup',
        'fsGroupChangePolicy',
        'runAsGroup',
        'runAsNonRoot',
        'runAsUser',
        'seLinuxOptions',
        'supplementalGroups',
        'sysctls',
      ),
      ...newer('seccompProfile'),
      windowsOptions,
    },
    topologySpreadConstraints: all('labelSelector', 'maxSkew', 'topologyKey', 'whenUnsatisfiable'),
    volumes: {
      ...all(
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
      ),
      projected: { defaultMode: true, sources: all('configMap', 'downwardAPI', 'secret', 'serviceAccountToken') },
      ...(Object.keys(newer('ephemeral')).length === 0 ? {} : { ephemeral: CLAIM }),
    },
  };
}

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

/**
 * A pod as clients up to 1.15 read it: fields that their Kubernetes model does not know are lost.
 *
 * @see https://github.com/fabric8io/kubernetes-client
 */
export function dropUnknownFields(pod: ManifestJson, version: FlinkVersion): ManifestJson {
  return known(pod, podFields(!version._isAtLeast('1.14')));
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
  return Array.isArray(value)
    ? value.map((item) => knownValue(item, fields))
    : typeof value === 'object' && value !== null
      ? known(value, fields)
      : value;
}
