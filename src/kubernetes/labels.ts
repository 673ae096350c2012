/** The role of a pod in a cluster, as its labels name it. */
export type Component = 'jobmanager' | 'taskmanager' | 'job';

/** Labels that select pods. They contain no versions, because selectors are immutable. */
export function selectorLabels(clusterName: string, component?: Component): { [key: string]: string } {
  return component === undefined ? { app: clusterName } : { app: clusterName, component };
}

/** The recommended labels, which tools show and which no selector uses. */
export function recommendedLabels(clusterName: string, component?: Component): { [key: string]: string } {
  const labels = { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': clusterName };
  return component === undefined ? labels : { ...labels, 'app.kubernetes.io/component': component };
}

const OWNED = new Set([
  'app',
  'component',
  'type',
  'configmap-type',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
]);

/** Whether the library or Flink sets and depends on the label. */
export function isOwnedLabel(key: string): boolean {
  return OWNED.has(key);
}

/** Whether a GitOps tool would treat a pod with this label or annotation as one of its own objects. */
export function isTrackingKey(key: string): boolean {
  return (
    key.startsWith('argocd.argoproj.io/') ||
    key.startsWith('kustomize.toolkit.fluxcd.io/') ||
    key.startsWith('helm.toolkit.fluxcd.io/')
  );
}
