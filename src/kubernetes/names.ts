const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_1035_LABEL = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_PART = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PORT_NAME = /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ENV_NAME = /^[-._A-Za-z][-._A-Za-z0-9]*$/;
const CONFIG_KEY = /^[-._A-Za-z0-9]+$/;
const NOT_PRINTABLE_ASCII = /[^\x20-\x7e]/u;

const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;
const MAX_PORT_NAME = 15;

/**
 * Whether the string is a valid name of a pod or a namespace: an RFC 1123 label.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export function isDnsLabel(text: string, max: number = MAX_LABEL): boolean {
  return text.length <= max && DNS_LABEL.test(text);
}

/**
 * Whether the string is a valid name of a Service. Unlike an RFC 1123 label, it must start with a letter.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names
 */
export function isDns1035Label(text: string, max: number = MAX_LABEL): boolean {
  return text.length <= max && DNS_1035_LABEL.test(text);
}

/**
 * Whether the string is a valid name of most other objects (ConfigMap, Secret, ServiceAccount, …).
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.test(text);
}

/**
 * Whether the string is a valid key of a label or an annotation: `name` or `dns.prefix/name`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  return (
    (slash === -1 || isDnsSubdomain(text.slice(0, slash))) && name.length <= MAX_LABEL && QUALIFIED_PART.test(name)
  );
}

/**
 * Whether the string is a valid value of a label. The empty string is valid.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= MAX_LABEL && QUALIFIED_PART.test(text));
}

/**
 * Whether the string is a valid name of a port: an IANA service name.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6335#section-5.1
 */
export function isPortName(text: string): boolean {
  return text.length <= MAX_PORT_NAME && PORT_NAME.test(text);
}

/**
 * Whether every API server accepts the string as the name of an environment variable. API servers from 1.34 on accept
 * more.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export function isEnvName(text: string): boolean {
  return ENV_NAME.test(text) && !leavesDirectory(text);
}

/**
 * Whether the string is a valid key of a ConfigMap or a Secret, and therefore a file name in a volume with it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object
 */
export function isConfigKey(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && CONFIG_KEY.test(text) && !leavesDirectory(text);
}

/** Returns the nearest RFC 1035 label, as a suggestion; empty if the string contains no ASCII letter. */
export function toDns1035Label(text: string, max: number = MAX_LABEL): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, max);
  return label.replace(/-+$/, '');
}

/** Returns the name of an object for a construct id: in lower case, with every other character replaced by `-`. */
export function toObjectName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '-');
}

/** Returns a valid name for the volume of an object: the name of the object without dots, shortened, and a suffix. */
export function volumeNameOf(object: string, suffix: string): string {
  return `${object.replaceAll('.', '-').slice(0, MAX_LABEL - suffix.length)}${suffix}`;
}

/** Returns the first character outside printable ASCII, such as a Cyrillic letter, in the notation `U+0456`. */
export function oddCodePoint(text: string): string | undefined {
  const odd = NOT_PRINTABLE_ASCII.exec(text)?.[0];
  return odd === undefined ? undefined : formatCodePoint(odd);
}

/** Returns the code point of the first character in Unicode notation: `U+` and at least four digits. */
export function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether the value is in the default range of node ports. */
export function isNodePort(port: unknown): boolean {
  return isPort(port) && (port as number) >= 30000 && (port as number) <= 32767;
}

/** Whether the value is a valid port of a container or a Service. */
export function isPort(port: unknown): boolean {
  return Number.isInteger(port) && (port as number) >= 1 && (port as number) <= 65535;
}

// Kubernetes rejects these names: as files of a volume, they would leave its directory or conflict with its link
// `..data`.
function leavesDirectory(text: string): boolean {
  return text === '.' || text.startsWith('..');
}
