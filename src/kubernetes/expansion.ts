const REFERENCE = /\$\(([A-Za-z_.-][\w.-]*)\)/g;
// What Kubernetes would read as the start of a reference, or as an escaped dollar.
const READ_BY_KUBERNETES = /\$(?=[$(])/g;
const REFERENCE_OR_READ = new RegExp(`${REFERENCE.source}|${READ_BY_KUBERNETES.source}`, 'g');

/**
 * A text that reaches a container as it is, as an argument or as the value of a variable: Kubernetes replaces `$(NAME)` in them, and takes
 * `$$` for a single `$`.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function literal(text: string): string {
  return text.replace(READ_BY_KUBERNETES, '$$$$');
}

/** Names of the variables that a text refers to as `$(NAME)`. */
export function references(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, name]) => name!);
}

/** As {@link literal}, but what refers to a variable is left to Kubernetes. */
export function expandable(text: string): string {
  return text.replace(REFERENCE_OR_READ, (whole, name: string | undefined) => (name === undefined ? '$$' : whole));
}
