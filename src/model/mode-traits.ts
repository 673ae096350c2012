/**
 * What rules and steps need to know about a deployment mode. They ask for a trait and never for the mode's name, so
 * that a new mode either answers all of these or does not compile.
 */
export interface ModeTraits {
  /** The name of the mode, for messages. */
  readonly name: string;
  /**
   * Whether the library adds no defaults and checks only the rules of the mode. The one switch of parity with Flink.
   */
  readonly isBare: boolean;
  /** Whether the library adds its logging files; otherwise it adds only those that the user sets. */
  readonly addsLogging: boolean;
  /** Options that set the image of both roles, if no property sets it; the first one that is set wins. */
  readonly imageOptions: readonly string[];
  /** Whether Kubernetes keeps a fixed number of TaskManagers, so that jobs cannot get more slots than those. */
  readonly fixedTaskManagers: boolean;
  /** Whether TaskManagers can keep a volume across restarts, as the pods of a StatefulSet do. */
  readonly keepsTaskManagerVolumes: boolean;
  /** Whether Flink or the operator decides on the size of a container, so that a pod template cannot contradict it. */
  readonly sizesContainers: boolean;
  /** Whether Flink itself creates the pods of the TaskManagers and ignores their restart policy. */
  readonly createsTaskManagerPods: boolean;
  /** Whether Flink options become parts of the pods, so that pods are checked even if no pod property is set. */
  readonly buildsPodsFromOptions: boolean;
  /** Whether pod fields are checked by the rules of the operator's release instead of Kubernetes' newest fields. */
  readonly checksOwnPodFields: boolean;
  /** Whether Flink reads the options that start with `kubernetes.`. */
  readonly readsKubernetesOptions: boolean;
  /** Whether the operator reads the options that start with `kubernetes.operator.` and `job.autoscaler.`. */
  readonly readsOperatorOptions: boolean;
  /** Whether the namespace is known to Flink at run time even if it is not known at synthesis. */
  readonly knowsNamespaceAtRunTime: boolean;
  /** Whether the REST Service is optional, so that a cluster can be without one. */
  readonly hasOptionalRestService: boolean;
  /** Whether Kubernetes replaces references to variables, `$(NAME)`, in the arguments of the program. */
  readonly expandsArguments: boolean;
  /** Whether options with values from Secrets can be passed as arguments. */
  readonly takesSecretOptions: boolean;
  /** Whether the start scripts and the entry point of standalone applications run the job. */
  readonly usesStandaloneEntryPoint: boolean;
  /** Whether `ApplicationWorkload` decides how Kubernetes runs the JobManager. */
  readonly choosesWorkload: boolean;
  /** Whether an application can be suspended and upgraded, because a controller watches it. */
  readonly upgradesApplications: boolean;
  /** Whether reactive mode is possible: in application clusters, never, or as the operator decides. */
  readonly decidesOnReactiveMode: 'application' | 'never' | 'operator';
  /** Whether a Job of this library submits session jobs, instead of a resource of the operator. */
  readonly submitsJobs: boolean;
  /** Whether Flink or the operator writes the ConfigMap with the configuration. */
  readonly writesConfigMapAtRunTime: boolean;
  /** Whether the pod template of the TaskManagers is stored in a ConfigMap. */
  readonly storesPodTemplates: boolean;
}
