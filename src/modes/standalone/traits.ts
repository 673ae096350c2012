import { type ModeTraits } from '../../model/mode-traits';

/** How standalone mode differs from others, for rules and steps. */
export const STANDALONE_TRAITS: ModeTraits = {
  name: 'standalone',
  isBare: false,
  addsLogging: true,
  imageOptions: [],
  fixedTaskManagers: true,
  keepsTaskManagerVolumes: true,
  sizesContainers: false,
  createsTaskManagerPods: false,
  buildsPodsFromOptions: false,
  checksOwnPodFields: false,
  readsKubernetesOptions: false,
  readsOperatorOptions: false,
  knowsNamespaceAtRunTime: false,
  hasOptionalRestService: true,
  expandsArguments: true,
  takesSecretOptions: true,
  usesStandaloneEntryPoint: true,
  choosesWorkload: true,
  upgradesApplications: false,
  decidesOnReactiveMode: 'application',
  submitsJobs: true,
  writesConfigMapAtRunTime: false,
  storesPodTemplates: false,
};
