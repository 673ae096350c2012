import { type ModeTraits } from '../../model/mode-traits';

/** How native mode differs from others, for rules and steps. */
export const NATIVE_TRAITS: ModeTraits = {
  name: 'native',
  fixedTaskManagers: false,
  keepsTaskManagerVolumes: false,
  sizesContainers: true,
  createsTaskManagerPods: true,
  takesPodOptions: true,
  checksOwnPodFields: false,
  readsKubernetesOptions: true,
  readsOperatorOptions: false,
  knowsNamespaceAtRunTime: false,
  hasOptionalRestService: false,
  expandsArguments: false,
  takesSecretOptions: false,
  usesStandaloneEntryPoint: false,
  choosesWorkload: false,
  upgradesApplications: false,
  decidesOnReactiveMode: 'never',
  submitsJobs: true,
  writesConfigMapAtRunTime: false,
  storesPodTemplates: true,
};
