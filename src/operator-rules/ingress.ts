import { parseJavaUrl } from './java/url';
import { type IngressSpec } from './reading/specs';

/** A valid template, for messages. */
export const TEMPLATE_EXAMPLE = '"{{name}}.{{namespace}}.example.com"';

const HAS_SCHEME = /^https?:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
const PLACEHOLDERS = /\{\{(name|namespace)\}\}/gi;
const HOST = /^(?:\*\.)?[a-z\d](?:[-a-z\d]*[a-z\d])?(?:\.[a-z\d](?:[-a-z\d]*[a-z\d])?)*$/;

/** The requests that an Ingress receives. */
export interface ExpandedIngress {
  /** Absent for all hosts. */
  readonly host?: string;
  /** Absent for all paths. */
  readonly path?: string;
  /** The template with its placeholders replaced, and with a scheme. */
  readonly url: string;
}

/**
 * The result of an ingress template, or why the operator rejects it. The operator replaces `{{name}}` and
 * `{{namespace}}`, in any case and without spaces, and then splits the string like Java splits URLs.
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

/** A mistake in a template that the operator accepts, and the part of the template that contains it. */
export interface IngressMistake {
  readonly kind: 'empty' | 'placeholder' | 'scheme' | 'host' | 'path';
  readonly part: string;
}

/** The mistake in a template that cannot be intended; `undefined` if there is none. */
export function ingressMistake(template: string, { host, path = '' }: ExpandedIngress): IngressMistake | undefined {
  if (template.replace(HAS_SCHEME, '').trim() === '') {
    return { kind: 'empty', part: template };
  }
  const placeholder = /\{\{[^]*?\}\}/.exec(template.replace(PLACEHOLDERS, ''))?.[0];
  if (placeholder !== undefined) {
    return { kind: 'placeholder', part: placeholder };
  }
  if (OTHER_SCHEME.test(template) && !HAS_SCHEME.test(template)) {
    return { kind: 'scheme', part: template };
  }
  if (host !== undefined && !HOST.test(host)) {
    return { kind: 'host', part: host };
  }
  return path.startsWith('//') || /\s/.test(path) ? { kind: 'path', part: path } : undefined;
}

/** The owner of an Ingress, and the Service that it routes to. */
export interface IngressOwner {
  readonly name: string;
  readonly namespace: string;
  readonly restService: string;
  readonly restPort: number;
  /** Whether the operator adds labels to it. */
  readonly isLabelled: boolean;
}

/** The Ingress that the operator creates, without its owner reference. */
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
      ...(tls === null || tls.length === 0 ? {} : { tls: tls.flatMap((one) => (one === null ? [] : [tlsOf(one)])) }),
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

type IngressTls = NonNullable<NonNullable<IngressSpec['tls']>[number]>;

function tlsOf({ hosts, secretName }: IngressTls): object {
  return { ...(hosts === null || hosts.length === 0 ? {} : { hosts }), ...(secretName === null ? {} : { secretName }) };
}
