const REFERENCE = /\$\(([A-Za-z_.-][\w.-]*)\)/g;
// A dollar sign that Kubernetes would read as the start of a reference or as an escape.
const READ_BY_KUBERNETES = /\$(?=[$(])/g;
const REFERENCE_OR_READ = new RegExp(`${REFERENCE.source}|${READ_BY_KUBERNETES.source}`, 'g');

/**
 * Escapes a string so that a container receives it unchanged, as an argument or as the value of a variable: Kubernetes
 * replaces `$(NAME)` in them, and `$$` with a single `$`.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function literal(text: string): string {
  return text.replace(READ_BY_KUBERNETES, '$$$$');
}

/** Names of the variables that a string refers to as `$(NAME)`. */
export function references(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, name]) => name!);
}

/** As {@link literal}, but keeps references to variables, which Kubernetes replaces. */
export function expandable(text: string): string {
  return text.replace(REFERENCE_OR_READ, (whole, name: string | undefined) => (name === undefined ? '$$' : whole));
}
