/**
 * Suppresses a rule, with a reason. This works for warnings and for the errors that are marked with a star in
 * `docs/errors.md`.
 */
export interface FlinkSuppression {
  /** Id of the rule: `FLK-SVC-02`. */
  readonly id: string;
  /** Why it is accepted here. */
  readonly reason: string;
}

/** How findings of the library are treated. */
export interface FlinkFindingOptions {
  /**
   * Treats warnings as errors.
   * @default - `false`; for what belongs to a cluster of the app, as for the cluster
   */
  readonly strict?: boolean;
  /**
   * Warnings, and errors marked with a star in `docs/errors.md`, that are accepted.
   * @default - none; for what belongs to a cluster of the app, as for the cluster
   */
  readonly suppressions?: FlinkSuppression[];
}

/** Allows a credential in plain text, with a reason. */
export interface FlinkPlainCredential {
  /** The option or the environment variable. */
  readonly key: string;
  /** Why everyone who can read the manifests may know its value. */
  readonly reason: string;
}
