/** The stage at which an error in a resource appears. */
export enum OperatorStage {
  /** The API server or the JSON mapping of the operator rejects the resource. */
  DESERIALIZATION = 'deserialization',
  /** The validator of the operator rejects the resource with a message. */
  VALIDATION = 'validation',
  /** The validator of the operator fails with an exception, which rejects the resource, too. */
  VALIDATOR_EXCEPTION = 'validator-exception',
  /** The resource is accepted, and then does not run, or not as written. */
  RUNTIME = 'runtime',
}
