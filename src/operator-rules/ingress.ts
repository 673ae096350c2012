import { parseJavaUrl } from './java/url';
import { type IngressSpec } from './reading/specs';

export const TEMPLATE_EXAMPLE = '"{{name}}.{{namespace}}.example.com"';

const HAS_SCHEME = /^https?:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const PLACEHOLDERS = /\{\{(name|namespace)\}\}/gi;
const HOST = /^(?:\*\.)?[a-z\d](?:[-a-z\d]*[a-z\d])?(?:\.[a-z\d](?:[-a-z\d]*[a-z\d])?)*$/;

/** Where an ingress leads from. */
export interface ExpandedIngress {
  /** Left out where every host is meant. */
  readonly host?: string;
  /** Left out where every path is meant. */
  readonly path?: string;
  /** What the template became, with a scheme. */
  readonly url: string;
}

/**
 * What the operator makes of an ingress template, or why it refuses it: `{{name}}` and `{{namespace}}`, in any case and without blanks, are
 * replaced; then the text is split as Java splits URLs.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/ingress/
 */
export function expandIngress(
  template: string,
  name: string,
  namespace: string,
): ExpandedIngress | { readonly problem: string } {
  const filled = template.replace(PLACEHOLDERS, (_, what: string) =>
    what.toLowerCase() === 'name' ? name : namespace,
  );
  const url = HAS_SCHEME.test(template) ? filled : `http://${filled}`;
  const parsed = parseJavaUrl(url);
  if ('problem' in parsed) {
    return parsed;
  }
  const { host, path } = parsed;
  return { ...(host.trim() === '' ? {} : { host }), ...(path.trim() === '' ? {} : { path }), url };
}

/** Why a template that the operator takes is none that anybody means; nothing where it is fine. */
export function ingressDanger(template: string, expanded: ExpandedIngress): string | undefined {
  if (template.replace(HAS_SCHEME, '').trim() === '') {
    return 'an empty template catches all traffic of the ingress controller';
  }
  const left = /\{\{[^]*?\}\}/.exec(template.replace(PLACEHOLDERS, ''))?.[0];
  if (left !== undefined) {
    return `${left} stays as it is: placeholders are {{name}} and {{namespace}}, without blanks`;
  }
  if (OTHER_SCHEME.test(template) && !HAS_SCHEME.test(template)) {
    return 'a scheme other than http and https becomes the host';
  }
  if (expanded.host !== undefined && !HOST.test(expanded.host)) {
    return `Kubernetes takes no such host: "${expanded.host}"`;
  }
  return expanded.path?.startsWith('//') || /\s/.test(expanded.path ?? '')
    ? `nobody asks for the path "${expanded.path}"`
    : undefined;
}

/** Whose ingress it is, and what it leads to. */
export interface IngressOwner {
  readonly name: string;
  readonly namespace: string;
  readonly restService: string;
  readonly restPort: number;
  /** Whether the operator labels it, as it does from 1.8 on. */
  readonly isLabelled: boolean;
}

/** The Ingress that the operator creates, without the reference to its owner; the template must be one that expands. */
export function ingressObject(
  { className, annotations, labels, tls }: IngressSpec,
  { host, path }: ExpandedIngress,
  owner: IngressOwner,
): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: owner.name,
      namespace: owner.namespace,
      ...(owner.isLabelled ? { labels: { ...labels, component: 'ingress' } } : {}),
      ...(annotations === null || Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      ...(className === null ? {} : { ingressClassName: className }),
      ...(tls === null || tls.length === 0 ? {} : { tls: tls.map(tlsOf) }),
      rules: [
        {
          ...(host === undefined ? {} : { host }),
          http: {
            paths: [
              {
                ...(path === undefined ? {} : { path }),
                pathType: 'ImplementationSpecific',
                backend: { service: { name: owner.restService, port: { number: owner.restPort } } },
              },
            ],
          },
        },
      ],
    },
  };
}

function tlsOf({ hosts, secretName }: NonNullable<IngressSpec['tls']>[number]): object {
  return { ...(hosts === null || hosts.length === 0 ? {} : { hosts }), ...(secretName === null ? {} : { secretName }) };
}
