/** Who creates the pods of a cluster that the Flink Kubernetes Operator runs. */
export enum OperatorDeploymentMode {
  /** Flink creates TaskManagers when jobs need them. */
  NATIVE = 'native',
  /** The operator creates one Deployment per role, so that Flink needs no permissions. */
  STANDALONE = 'standalone',
}

/** TLS of an Ingress: hosts, and the Secret with their certificate. */
export interface OperatorIngressTls {
  /**
   * Host names of the certificate.
   * @default - chosen by the Ingress controller
   */
  readonly hosts?: string[];
  /**
   * Name of the Secret with `tls.crt` and `tls.key`.
   * @default - the default certificate of the Ingress controller
   */
  readonly secretName?: string;
}

/**
 * The Ingress that the operator creates for the web UI.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/ingress/
 */
export interface OperatorIngress {
  /**
   * Host, path or both. `{{name}}` and `{{namespace}}` are replaced with those of the cluster:
   * `{{name}}.{{namespace}}.example.com`, or `example.com/{{namespace}}/{{name}}(/|$)(.*)` with an annotation that
   * rewrites the path.
   */
  readonly template: string;
  /**
   * Name of the IngressClass.
   * @default - the default class
   */
  readonly className?: string;
  /**
   * Annotations of the Ingress. Placeholders in them are not replaced.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Labels of the Ingress. Requires operator 1.8 or newer.
   * @default - set by the operator
   */
  readonly labels?: { [key: string]: string };
  /**
   * Hosts with TLS. Requires operator 1.8 or newer. Placeholders in them are not replaced.
   * @default - none
   */
  readonly tls?: OperatorIngressTls[];
}

/** Options of the Flink Kubernetes Operator. */
export interface OperatorModeOptions {
  /**
   * Release of the operator that reads the resource: `1.15`, `1.15.0`. It determines fields, formats and rules.
   * @default '1.15.0'
   */
  readonly operatorVersion?: string;
  /**
   * Who creates the pods.
   * @default - the default of the operator, which is native
   */
  readonly mode?: OperatorDeploymentMode;
  /**
   * The Ingress of the web UI. A later change of it restarts the jobs.
   * @default - none
   */
  readonly ingress?: OperatorIngress;
  /**
   * Restarts the cluster when this number changes.
   * @default - none
   */
  readonly restartNonce?: number;
  /**
   * Configuration of the operator itself, with its own options and defaults of Flink options. Rules depend on it, but
   * it is not written to the manifests.
   * @default - the configuration in the chart of the operator
   */
  readonly operatorConfiguration?: { [key: string]: any };
}
