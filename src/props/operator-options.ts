/** Who makes the pods of a cluster that the Flink Kubernetes Operator runs. */
export enum OperatorDeploymentMode {
  /** Flink itself: it asks Kubernetes for TaskManagers as jobs need them. */
  NATIVE = 'native',
  /** The operator: it makes one Deployment per role, and Flink needs no rights. */
  STANDALONE = 'standalone',
}

/** Hosts of an Ingress and the Secret with their certificate. */
export interface OperatorIngressTls {
  /**
   * Host names of the certificate.
   * @default - whatever the Ingress controller makes of it
   */
  readonly hosts?: string[];
  /**
   * Name of the Secret with `tls.crt` and `tls.key`.
   * @default - the Ingress controller's own certificate
   */
  readonly secretName?: string;
}

/**
 * The Ingress that the operator makes for the web UI.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/ingress/
 */
export interface OperatorIngress {
  /**
   * Host, path or both, with `{{name}}` and `{{namespace}}` for those of the cluster: `{{name}}.{{namespace}}.example.com`, or
   * `example.com/{{namespace}}/{{name}}(/|$)(.*)` with an annotation that rewrites the path.
   */
  readonly template: string;
  /**
   * Name of the IngressClass.
   * @default - the default class
   */
  readonly className?: string;
  /**
   * Annotations of the Ingress; nothing in them is replaced.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Labels of the Ingress; operator 1.8 or newer.
   * @default - the operator's own
   */
  readonly labels?: { [key: string]: string };
  /**
   * Hosts that are served by TLS; operator 1.8 or newer. Nothing in them is replaced.
   * @default - none
   */
  readonly tls?: OperatorIngressTls[];
}

/** What the Flink Kubernetes Operator is to know beside the cluster. */
export interface OperatorModeOptions {
  /**
   * Release of the operator that reads the resource: `1.15`, `1.15.0`. Decides fields, shapes and rules.
   * @default '1.15.0'
   */
  readonly operatorVersion?: string;
  /**
   * Who makes the pods.
   * @default - the operator's own, which is native
   */
  readonly mode?: OperatorDeploymentMode;
  /**
   * The Ingress of the web UI. Changing any part of it later restarts the jobs.
   * @default - none
   */
  readonly ingress?: OperatorIngress;
  /**
   * Restarts the cluster when it changes, whatever else stays as it is.
   * @default - none
   */
  readonly restartNonce?: number;
  /**
   * What the operator itself is configured with, its own options and defaults of Flink options, as far as rules depend on it: it is not
   * written anywhere.
   * @default - the operator's chart
   */
  readonly operatorConfiguration?: { [key: string]: any };
}
