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
 * Whether the text can name a pod or a namespace: an RFC 1123 label.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export function isDnsLabel(text: string, max: number = MAX_LABEL): boolean {
  return text.length <= max && DNS_LABEL.test(text);
}

/**
 * Whether the text can name a Service: unlike an RFC 1123 label it must start with a letter.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names
 */
export function isDns1035Label(text: string, max: number = MAX_LABEL): boolean {
  return text.length <= max && DNS_1035_LABEL.test(text);
}

/**
 * Whether the text can name most other objects (ConfigMap, Secret, ServiceAccount, …).
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.test(text);
}

/**
 * Whether the text can be the key of a label or an annotation: `name` or `dns.prefix/name`.
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
 * Whether the text can be the value of a label; the empty text can.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= MAX_LABEL && QUALIFIED_PART.test(text));
}

/**
 * Whether the text can name a port: an IANA service name.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6335#section-5.1
 */
export function isPortName(text: string): boolean {
  return text.length <= MAX_PORT_NAME && PORT_NAME.test(text);
}

/**
 * Whether every server accepts the text as the name of an environment variable; servers from 1.34 accept more.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export function isEnvName(text: string): boolean {
  return ENV_NAME.test(text) && !leavesDirectory(text);
}

/**
 * Whether the text can be a data key of a ConfigMap or a Secret, and so a file name in a volume made of it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object
 */
export function isConfigKey(text: string): boolean {
  return text.length <= MAX_SUBDOMAIN && CONFIG_KEY.test(text) && !leavesDirectory(text);
}

/** The nearest RFC 1035 label, as a suggestion; empty if the text has no ASCII letter to start with. */
export function toDns1035Label(text: string, max: number = MAX_LABEL): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, max);
  return label.replace(/-+$/, '');
}

/** A construct id as the name of an object: in lower case, every other character as `-`. */
export function toObjectName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '-');
}

/** The name of the volume of an object: the object's with a suffix, without the dots that a volume cannot have, and no longer than it may be. */
export function volumeNameOf(object: string, suffix: string): string {
  return `${object.replaceAll('.', '-').slice(0, MAX_LABEL - suffix.length)}${suffix}`;
}

/** The first character that does not look like what it is, such as a Cyrillic letter in a name, written `U+0456`. */
export function oddCodePoint(text: string): string | undefined {
  const odd = NOT_PRINTABLE_ASCII.exec(text)?.[0];
  return odd === undefined ? undefined : formatCodePoint(odd);
}

/** The notation of the Unicode standard for the first character of the text: `U+` and at least four digits. */
export function formatCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether the value lies in the range that servers reserve for node ports by default. */
export function isNodePort(port: unknown): boolean {
  return isPort(port) && (port as number) >= 30000 && (port as number) <= 32767;
}

/** Whether the value is a port a container or a Service can have. */
export function isPort(port: unknown): boolean {
  return Number.isInteger(port) && (port as number) >= 1 && (port as number) <= 65535;
}

// Such keys become files next to the `..data` link of the volume.
function leavesDirectory(text: string): boolean {
  return text === '.' || text.startsWith('..');
}
