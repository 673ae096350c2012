import { type ModeTraits } from '../../model/mode-traits';

/** How operator mode differs from others, for rules and steps. */
export const OPERATOR_TRAITS: ModeTraits = {
  name: 'operator',
  isBare: false,
  addsLogging: false,
  imageOptions: [],
  fixedTaskManagers: false,
  keepsTaskManagerVolumes: false,
  sizesContainers: false,
  createsTaskManagerPods: false,
  buildsPodsFromOptions: false,
  checksOwnPodFields: true,
  readsKubernetesOptions: true,
  readsOperatorOptions: true,
  knowsNamespaceAtRunTime: true,
  hasOptionalRestService: false,
  expandsArguments: false,
  takesSecretOptions: false,
  usesStandaloneEntryPoint: false,
  choosesWorkload: false,
  upgradesApplications: true,
  decidesOnReactiveMode: 'operator',
  submitsJobs: false,
  writesConfigMapAtRunTime: true,
  storesPodTemplates: false,
};
