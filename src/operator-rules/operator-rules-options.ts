/** Options of the validation of a resource. */
export interface OperatorRulesOptions {
  /**
   * The same resource as it was deployed last, for the rules about changes.
   *
   * @default - the resource is new
   */
  readonly previous?: any;

  /**
   * The session cluster of a FlinkSessionJob, as a FlinkDeployment. Without it, the operator does not validate the job.
   *
   * @default - unknown
   */
  readonly session?: any;

  /**
   * The job of a FlinkStateSnapshot, as a FlinkDeployment or a FlinkSessionJob.
   *
   * @default - none
   */
  readonly target?: any;

  /**
   * The configuration of the operator itself, including its defaults for namespaces and Flink versions
   * (`kubernetes.operator.default-configuration.…`).
   *
   * @default - the built-in defaults of the operator
   */
  readonly operatorConfiguration?: { readonly [key: string]: string };

  /**
   * The release of the operator, such as `1.15.0`. An unknown release is treated like the newest known one before it.
   *
   * @default 1.15.0
   */
  readonly operatorVersion?: string;
}
