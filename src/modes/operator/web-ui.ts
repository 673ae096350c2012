import { type OperatorModel } from './operator-model';
import { expandIngress } from '../../operator-rules/ingress';

const PORT = /^https?:\/\/(?:[^/?#@]*@)?[^/?#@[\]]*(:\d+)(?:[/?#]|$)/i;
/** The start of a pattern in a path, which only an Ingress controller understands. */
const PATTERN = /[([*\\^$|+].*$/s;

/**
 * The URL of the web UI through the Ingress. `undefined` if it is not known, because there is no Ingress, no host, or
 * no namespace that the template needs.
 */
export function webUiUrl({ clusterName, namespace, operator, blueGreen }: OperatorModel): string | undefined {
  const { ingress } = blueGreen ?? operator;
  if (ingress?.template === undefined || (namespace === undefined && /\{\{namespace\}\}/i.test(ingress.template))) {
    return undefined;
  }
  const expanded = expandIngress(ingress.template, clusterName, namespace ?? '');
  if ('problem' in expanded || expanded.host === undefined) {
    return undefined;
  }
  const isSecure = /^https:/i.test(expanded.url) || (ingress.tls?.length ?? 0) > 0;
  const path = (expanded.path ?? '').replace(PATTERN, '').replace(/\/*$/, '/');
  return `${isSecure ? 'https' : 'http'}://${expanded.host}${PORT.exec(expanded.url)?.[1] ?? ''}${path}`;
}
