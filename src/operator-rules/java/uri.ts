import { isIpv6 } from './inet-address';

/** The parts of a URI that the rules need, or why Java rejects the string. */
export type JavaUri = { readonly scheme?: string; readonly host?: string } | { readonly problem: string };

// The characters beyond ASCII that `java.net.URI` allows: all except Unicode controls and separators.
const OTHER = '[^\\u0000-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const ESCAPED = '%[\\da-fA-F]{2}';
const UNRESERVED = "\\w\\-.!~*'()";
const one = (characters: string) => `(?:[${characters}]|${ESCAPED}|${OTHER})`;

const PATH = new RegExp(`^${one(`${UNRESERVED}:@&=+$,;/`)}*`, 'u');
const URIC = new RegExp(`^${one(`${UNRESERVED};/?:@&=+$,\\[\\]`)}*`, 'u');
const REGISTRY = new RegExp(`^${one(`${UNRESERVED}$,;:@&=+`)}+$`, 'u');
const USER_INFO = new RegExp(`^${one(`${UNRESERVED};:&=+$,`)}*$`, 'u');
const SCHEME = /^[A-Za-z][A-Za-z\d+.-]*$/;
const HOST_NAME = /^(?:[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?\.)*[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?\.?$/;
const PORT = /^\d*$/;

/** The end of a part that ends before one of the characters. */
function end(text: string, from: number, characters: string): number {
  for (let index = from; index < text.length; index++) {
    if (characters.includes(text[index]!)) {
      return index;
    }
  }
  return text.length;
}

function unread(part: string, grammar: RegExp, name: string): string | undefined {
  const read = grammar.exec(part)![0].length;
  return read === part.length ? undefined : `its ${name} contains ${JSON.stringify(part[read])}`;
}

/**
 * A URI as `java.net.URI` reads it: RFC 2396 with its own deviations. A host that is not a valid server name
 * (`under_score`, `127.1`) is left out.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URI.html
 */
export function parseJavaUri(text: string): JavaUri {
  const hash = end(text, 0, '#');
  const fragment = unread(text.slice(hash + 1), URIC, 'fragment');
  const colon = end(text, 0, ':/?#');
  const scheme = text[colon] === ':' ? text.slice(0, colon) : undefined;
  if (scheme !== undefined && !SCHEME.test(scheme)) {
    return { problem: scheme === '' ? 'it starts with ":"' : `its scheme ${JSON.stringify(scheme)} is invalid` };
  }
  const specific = text.slice(scheme === undefined ? 0 : colon + 1, hash);
  if (scheme !== undefined && !specific.startsWith('/')) {
    const problem = specific === '' ? 'nothing follows its scheme' : unread(specific, URIC, 'scheme-specific part');
    return problem === undefined && fragment === undefined ? { scheme } : { problem: (problem ?? fragment)! };
  }
  const rest = hierarchical(specific, hash < text.length);
  if ('problem' in rest) {
    return rest;
  }
  return fragment === undefined ? { scheme, ...rest } : { problem: fragment };
}

function hierarchical(text: string, hasFragment: boolean): { readonly host?: string } | { readonly problem: string } {
  const hasAuthority = text.startsWith('//');
  const start = hasAuthority ? end(text, 2, '/?') : 0;
  const authority = hasAuthority ? text.slice(2, start) : '';
  if (hasAuthority && authority === '' && start === text.length && !hasFragment) {
    return { problem: 'nothing follows its "//"' };
  }
  const server = authority === '' ? {} : serverOf(authority);
  if ('problem' in server) {
    return server;
  }
  const query = end(text, start, '?');
  const problem = unread(text.slice(start, query), PATH, 'path') ?? unread(text.slice(query + 1), URIC, 'query');
  return problem === undefined ? server : { problem };
}

/** A server, else the name of a registry, which has no host. */
function serverOf(authority: string): { readonly host?: string } | { readonly problem: string } {
  const at = authority.indexOf('@');
  const address = authority.slice(at + 1);
  const bracket = address.startsWith('[') ? address.indexOf(']') + 1 : 0;
  const colon = address.indexOf(':', bracket);
  const host = colon === -1 ? address : address.slice(0, colon);
  const port = colon === -1 ? '' : address.slice(colon + 1);
  const isUser = at === -1 || USER_INFO.test(authority.slice(0, at));
  if (isUser && isHost(host) && PORT.test(port) && Number(port) < 2 ** 31) {
    return { host };
  }
  return REGISTRY.test(authority) ? {} : { problem: `its authority ${JSON.stringify(authority)} is invalid` };
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) {
    return host.endsWith(']') && isIpv6(host.slice(1, -1));
  }
  const quad = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) && host.split('.').every((byte) => Number(byte) <= 255);
  return quad || (HOST_NAME.test(host) && endsInName(host));
}

/** The last of several labels must start with a letter. */
function endsInName(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  return labels.length === 1 || /^[A-Za-z]/.test(labels[labels.length - 1]!);
}
