/** Parts of keys whose values some version of Flink hides in its logs. */
const SENSITIVE = new RegExp(
  [
    'password',
    'secret',
    'fs\\.azure\\.account\\.key',
    'api-?key',
    'auth-params',
    'service-key',
    'token',
    'basic-auth',
    'jaas\\.config',
    'http-headers',
    'access[.-]?key',
  ].join('|'),
  'i',
);
/** Properties that contain the name of a Secret, which is not confidential. */
const NAMES_OF_SECRETS = /(?:imagePullSecrets|envFromSecrets)\[\d+\]\.name$/;
const LIMIT = 80;

/** Patterns of strings that contain a credential, independent of their key. */
export const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----[^]*/, 'a private key'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'a signed token'],
  [/(?<=\b[a-z][a-z0-9+.-]*:\/\/)[^\s/:@$]+:[^\s/@$]+(?=@)/i, 'a password before the host of an address'],
];

/** Whether a value under this key must never appear in a message. */
export function isSensitive(key: string): boolean {
  return SENSITIVE.test(key) && SENSITIVE.test(key.replace(NAMES_OF_SECRETS, ''));
}

/** A value for a message: escaped, at most 80 characters, and masked if the key is sensitive. Never throws. */
export function show(value: unknown, key = ''): string {
  if (isSensitive(key)) {
    return '******';
  }
  const text = oneLine(describe(typeof value === 'string' ? masked(value) : value));
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1)}…`;
}

/** A name as a part of a property's path, even if the value is not a string. */
export function nameIn(value: unknown): string {
  return typeof value === 'string' ? value : show(value);
}

/** A string in which recognized credentials are masked. */
export function masked(text: string): string {
  return SHAPES.reduce(
    (rest, [shape]) => rest.replace(new RegExp(shape, `${shape.flags}g`), '******'),
    text.length > LINE_LIMIT ? text.slice(0, LINE_LIMIT) : text,
  );
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value.length > LIMIT ? value.slice(0, LIMIT) : value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

const LINE_LIMIT = 400;

/** A user's string as a part of a message, which is always one line of limited length. */
export function oneLine(text: string): string {
  const cut = text.length <= LINE_LIMIT ? text : `${text.slice(0, LINE_LIMIT - 1)}…`;
  return cut.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escape);
}

function escape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Escapes invisible and look-alike characters, so that an invalid name does not look like the valid one. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, escape);
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) {
      return `[${value.slice(0, 8).map(describe).join(', ')}]`;
    }
    const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
    if (prototype !== null && prototype !== Object.prototype) {
      return `an instance of ${prototype.constructor?.name ?? 'an unnamed class'}`;
    }
    return `{${Object.keys(value).slice(0, 8).join(', ')}}`;
  } catch {
    return 'an object that cannot be read';
  }
}
