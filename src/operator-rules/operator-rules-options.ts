/** What a resource of the operator is judged with. */
export interface OperatorRulesOptions {
  /**
   * The same resource as it was deployed last, for the rules about changes.
   *
   * @default - the resource is new
   */
  readonly previous?: any;

  /**
   * The session cluster of a FlinkSessionJob, as a FlinkDeployment; without it, the operator does not look at the job.
   *
   * @default - it is not known
   */
  readonly session?: any;

  /**
   * The job that a FlinkStateSnapshot is taken of, as a FlinkDeployment or a FlinkSessionJob.
   *
   * @default - there is none
   */
  readonly target?: any;

  /**
   * The operator's own configuration, with the defaults in it for namespaces and Flink versions (`kubernetes.operator.default-configuration.…`).
   *
   * @default - none beyond the operator's own defaults
   */
  readonly operatorConfig?: { readonly [key: string]: string };

  /**
   * The release of the operator, such as `1.15.0`. An unknown one is judged as the newest known one before it.
   *
   * @default 1.15.0
   */
  readonly operatorVersion?: string;
}
