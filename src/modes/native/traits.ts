import { type ModeTraits } from '../../model/mode-traits';

/** How native mode differs from others, for rules and steps; with parity (`isBare`) the library adds nothing. */
export function nativeTraits(isBare: boolean): ModeTraits {
  return {
    name: 'native',
    isBare,
    addsLogging: !isBare,
    imageOptions: ['kubernetes.container.image.ref', 'kubernetes.container.image'],
    fixedTaskManagers: false,
    keepsTaskManagerVolumes: false,
    sizesContainers: true,
    createsTaskManagerPods: true,
    buildsPodsFromOptions: true,
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
}
