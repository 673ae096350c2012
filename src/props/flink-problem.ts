/** An error in the properties of a feature, which the feature itself has found. */
export interface FlinkProblem {
  /** The property as the user wrote it: `Logging.rootLevel`. */
  readonly property: string;
  /** What is wrong, as a clause: `not a level of Log4j`. */
  readonly rule: string;
  /** What to write instead, as an imperative clause: `use INFO`. */
  readonly fix: string;
  /**
   * The value of the property.
   * @default - the message shows no value
   */
  readonly got?: string;
}
