/** What a pod of a cluster is, in its labels. */
export type Component = 'jobmanager' | 'taskmanager' | 'job';

/** Labels that select pods; never anything version-like, as selectors cannot change. */
export function selectorLabels(clusterName: string, component?: Component): { [key: string]: string } {
  return component === undefined ? { app: clusterName } : { app: clusterName, component };
}

/** Labels that tools show, never selected on. */
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

/** Whether the library, or Flink itself, sets and relies on this label. */
export function isOwnedLabel(key: string): boolean {
  return OWNED.has(key);
}

/** Whether a GitOps tool would take every pod that carries this label or annotation for one of its own objects. */
export function isTrackingKey(key: string): boolean {
  return (
    key.startsWith('argocd.argoproj.io/') ||
    key.startsWith('kustomize.toolkit.fluxcd.io/') ||
    key.startsWith('helm.toolkit.fluxcd.io/')
  );
}
