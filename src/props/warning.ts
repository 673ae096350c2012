/** A valid setting that is probably unintended. Warnings are values, and are never printed. */
export interface FlinkWarning {
  /** Id of the rule, for suppressions: `FLK-SVC-02`. */
  readonly id: string;
  /** Path of the construct. */
  readonly path: string;
  /** The property of the construct. */
  readonly property: string;
  /** The whole message. */
  readonly text: string;
}
