import { createsServiceAccount, objectNames, serviceAccountName } from './names';
import { objectMetadata } from './objects';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { type StepContext, type StepDecorator } from '../../model/step-decorator';

/** Adds a ServiceAccount for the role, with exactly the permissions that its features need. */
export class ServiceAccountDecorator implements StepDecorator {
  public readonly name = 'ServiceAccountDecorator';

  public decorate(pod: FlinkPod, { cluster, role }: StepContext): FlinkPod {
    const name = serviceAccountName(cluster, role.role);
    return name === undefined ? pod : addToPod(pod, { spec: { serviceAccountName: name } });
  }

  public accompanying(parameters: StepContext): Manifest[] {
    const { cluster, role } = parameters;
    return [
      ...(createsServiceAccount(cluster, role.role) ? [serviceAccount(parameters)] : []),
      ...(role.rules.length > 0 ? permissions(parameters) : []),
    ];
  }
}

function serviceAccount(parameters: StepContext): Manifest {
  const { cluster, role } = parameters;
  return {
    ...object(parameters, 'ServiceAccount', 'v1'),
    annotations: { ...cluster.annotations, ...role.serviceAccountAnnotations },
    fields: ['automountServiceAccountToken'],
    body: () => ({ automountServiceAccountToken: false }),
  };
}

const RBAC = 'rbac.authorization.k8s.io';

function permissions(parameters: StepContext): Manifest[] {
  const { cluster, role } = parameters;
  const name = objectNames.serviceAccount(cluster.clusterName, role.role);
  const rules: ManifestJson[] = role.rules.map(({ apiGroups, resources, verbs }) => ({ apiGroups, resources, verbs }));
  const namespace = cluster.namespace === undefined ? {} : { namespace: cluster.namespace };
  const subject = { kind: 'ServiceAccount', name: serviceAccountName(cluster, role.role), ...namespace };
  return [
    { ...object(parameters, 'Role', `${RBAC}/v1`), fields: ['rules'], body: () => ({ rules }) },
    {
      ...object(parameters, 'RoleBinding', `${RBAC}/v1`),
      fields: ['roleRef', 'subjects'],
      body: () => ({ roleRef: { apiGroup: RBAC, kind: 'Role', name }, subjects: [subject] }),
    },
  ];
}

function object({ cluster, role }: StepContext, kind: string, apiVersion: string): Omit<Manifest, 'fields' | 'body'> {
  return {
    owner: role.role,
    id: kind,
    apiVersion,
    kind,
    name: objectNames.serviceAccount(cluster.clusterName, role.role),
    ...objectMetadata(cluster, role.flinkRole),
  };
}
