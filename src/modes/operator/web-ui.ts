import { type OperatorModel } from './operator-model';
import { expandIngress } from '../../operator-rules/ingress';

const PORT = /^https?:\/\/(?:[^/?#@]*@)?[^/?#@[\]]*(:\d+)(?:[/?#]|$)/i;
/** Where a path becomes a pattern, which an Ingress controller reads and a browser does not. */
const PATTERN = /[([*\\^$|+].*$/s;

/** Where the web UI is found through the Ingress; `undefined` where that is not known: without an Ingress, a host or, if asked for, a namespace. */
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
