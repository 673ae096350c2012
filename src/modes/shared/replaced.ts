/** Annotations with which GitOps tools replace a Job that has changed, because its pods cannot be changed. */
export const REPLACED: { readonly [annotation: string]: string } = {
  'argocd.argoproj.io/sync-options': 'Force=true,Replace=true',
  'kustomize.toolkit.fluxcd.io/force': 'enabled',
};
