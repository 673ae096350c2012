/** Something a feature found wrong with its own properties. */
export interface FlinkProblem {
  /** The property, as the user wrote it: `Logging.rootLevel`. */
  readonly property: string;
  /** What is not met, as a clause: `must be a log4j level`. */
  readonly rule: string;
  /** What to write instead, as a clause. */
  readonly fix: string;
  /**
   * The value that was found.
   * @default - none is shown
   */
  readonly got?: string;
}
