import { isIpv6 } from './inet-address';

/** The parts of a URL in Java, or why Java rejects the string. */
export type JavaUrl = { readonly host: string; readonly path: string } | { readonly problem: string };

// Up to U+0020, like `String.trim`.
const SPACE_AT_ENDS = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
const INTEGER = /^[+-]?\d+$/;

/**
 * An `http` or `https` URL as `java.net.URL` splits it. It does not reject, decode, encode or fold any character, and
 * keeps dots in a path.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URL.html
 */
export function parseJavaUrl(text: string): JavaUrl {
  const whole = text.replace(SPACE_AT_ENDS, '');
  const rest = whole.slice(whole.indexOf('//')).replace(/[?#][^]*$/, '');
  if (rest.startsWith('////')) {
    return { host: '', path: rest };
  }
  const slash = rest.indexOf('/', 2);
  const authority = rest.slice(2, slash === -1 ? undefined : slash);
  const server = serverOf(authority);
  return 'problem' in server ? server : { host: server.host, path: slash === -1 ? '' : rest.slice(slash) };
}

function serverOf(authority: string): { readonly host: string } | { readonly problem: string } {
  const at = authority.indexOf('@');
  // With two of them, the authority is not a server.
  if (at !== authority.lastIndexOf('@')) {
    return { host: '' };
  }
  const server = authority.slice(at + 1);
  return server.startsWith('[') ? bracketed(server, authority) : withPort(server, server.indexOf(':'));
}

function bracketed(server: string, authority: string): { readonly host: string } | { readonly problem: string } {
  const end = server.indexOf(']');
  const next = server[end + 1];
  if (end <= 2 || (next !== undefined && next !== ':')) {
    return { problem: `${authority} is not an address` };
  }
  return isIpv6(server.slice(1, end))
    ? withPort(server, next === undefined ? -1 : end + 1)
    : { problem: `${server} is not an IPv6 address` };
}

function withPort(server: string, colon: number): { readonly host: string } | { readonly problem: string } {
  const port = colon === -1 ? '' : server.slice(colon + 1);
  const host = colon === -1 ? server : server.slice(0, colon);
  if (port === '') {
    return { host };
  }
  const number = INTEGER.test(port) ? Number(port) : NaN;
  const fits = number >= -1 && number < 2 ** 31;
  return fits ? { host } : { problem: `"${port}" is not a port` };
}
