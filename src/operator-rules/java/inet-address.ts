const DOTTED = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const GROUP = /^[\da-fA-F]{1,4}$/;

/** The bytes of an IPv4 address, written as a dotted quad or as one number. */
function ipv4(text: string): readonly number[] | undefined {
  if (DOTTED.test(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Infinity;
  return number < 2 ** 32 ? [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256) : undefined;
}

/** The 16-bit groups of an IPv6 address, without a zone. */
function ipv6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) {
    return undefined;
  }
  const [front, back] = halves.map(groups);
  if (front === undefined || (halves.length === 2 && back === undefined)) {
    return undefined;
  }
  if (back === undefined) {
    return front.length === 8 ? front : undefined;
  }
  const zeros = 8 - front.length - back.length;
  return zeros < 1 ? undefined : [...front, ...new Array<number>(zeros).fill(0), ...back];
}

function groups(text: string): readonly number[] | undefined {
  if (text === '') {
    return [];
  }
  const parts = text.split(':');
  const last = parts[parts.length - 1]!;
  const tail = DOTTED.test(last) ? ipv4(last) : undefined;
  const plain = tail === undefined ? parts : parts.slice(0, -1);
  if (!plain.every((part) => GROUP.test(part))) {
    return undefined;
  }
  const numbers = plain.map((part) => parseInt(part, 16));
  return tail === undefined ? numbers : [...numbers, tail[0]! * 256 + tail[1]!, tail[2]! * 256 + tail[3]!];
}

/** Whether the string is an IPv6 address. A zone after `%` is ignored. */
export function isIpv6(text: string): boolean {
  return ipv6(text.replace(/%.+$/, '')) !== undefined;
}

/** Whether a host is an address, which needs no name service. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || host.includes(':') ? isIpv6(host.replace(/^\[|\]$/g, '')) : ipv4(host) !== undefined;
}

function isRestrictedIpv4([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): boolean {
  return (
    first === 10 ||
    first === 127 ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first >= 224 && first <= 239) ||
    first + second + third + fourth === 0
  );
}

function isRestrictedIpv6(address: readonly number[]): boolean {
  const [first = 0] = address;
  const zeros = address.findIndex((group) => group !== 0);
  if (zeros === -1 || (zeros === 7 && address[7] === 1)) {
    return true;
  }
  if (zeros === 5 && address[5] === 0xffff) {
    return isRestrictedIpv4(address.slice(6).flatMap((group) => [Math.floor(group / 256), group % 256]));
  }
  // From fe80 on: link-local, site-local, multicast. Java does not include the unique local addresses fc00::/7.
  return first >= 0xfe80;
}

/** Whether the address is loopback, link-local, site-local, multicast or unspecified in the terms of Java. */
export function isRestrictedAddress(host: string): boolean {
  const literal = host.replace(/^\[|\]$/g, '').replace(/%.+$/, '');
  const four = ipv4(literal);
  const six = four === undefined ? ipv6(literal) : undefined;
  return four !== undefined ? isRestrictedIpv4(four) : six !== undefined && isRestrictedIpv6(six);
}
