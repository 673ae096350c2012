/** Nothing in the pods of a Job can be changed, so GitOps tools have to be told to replace it. */
export const REPLACED: { readonly [annotation: string]: string } = {
  'argocd.argoproj.io/sync-options': 'Force=true,Replace=true',
  'kustomize.toolkit.fluxcd.io/force': 'enabled',
};
