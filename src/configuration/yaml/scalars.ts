import { YamlBinary, YamlRefusal, type YamlValue } from './value';
import { parseDouble } from '../parsing/float';

const PREFIX = 'tag:yaml.org,2002:';
const NULL = /^(?:~|null|Null|NULL|)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
// A reference to an environment variable has its own type, which Flink does not change.
const VARIABLE = /^\$\{\s*(?:\w+(?::?[-?]\w*)?)\s*\}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

type ScalarType = 'null' | 'bool' | 'int' | 'float' | 'str';

/** The type of a plain scalar, by its content. */
function typeOf(text: string): ScalarType {
  if (NULL.test(text)) return 'null';
  if (BOOLEAN.test(text)) return 'bool';
  if (INTEGER.test(text)) return 'int';
  return FLOAT.test(text) ? 'float' : 'str';
}

/** Whether a string needs quotes so that it is read as a string. */
export function looksTyped(text: string): boolean {
  return typeOf(text) !== 'str' || VARIABLE.test(text);
}

function integer(text: string): bigint {
  const digits = text.replace(/^[-+]/, '');
  if (!/^(?:[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(digits)) throw new YamlRefusal(`'${text}' is not an integer`);
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
}

function float(text: string): number {
  const lower = text.toLowerCase();
  if (lower === '.nan') return NaN;
  if (lower === '.inf') return Infinity;
  if (lower === '-.inf') return -Infinity;
  const parsed = parseDouble(lower.replace(/^[-+]/, ''));
  if ('problem' in parsed) throw new YamlRefusal(`'${text}' is not a number`);
  return lower.startsWith('-') ? -parsed.value : parsed.value;
}

function boolean(text: string): boolean | null {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : null;
}

function binary(text: string): YamlBinary {
  const digits = text.replace(/[ \t-\r]/g, '');
  if (!BASE64.test(digits)) throw new YamlRefusal('!!binary needs base64 text');
  return new YamlBinary(Buffer.from(digits, 'base64').toString('base64'));
}

/** A tag without the prefix of the tags in the YAML specification. */
export function shortTag(tag: string): string {
  return tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : tag;
}

/** The type of a scalar, by its tag or, if it is plain and has none, by its content. */
function scalarType(text: string, isPlain: boolean, tag: string | undefined): string {
  if (tag !== undefined) {
    return tag === '!' ? 'str' : shortTag(tag);
  }
  return isPlain ? typeOf(text) : 'str';
}

/** The value of a scalar. */
export function scalarValue(text: string, isPlain: boolean, tag: string | undefined): YamlValue {
  switch (scalarType(text, isPlain, tag)) {
    case 'null':
      return null;
    case 'bool':
      return boolean(text);
    case 'int':
      return integer(text);
    case 'float':
      return float(text);
    case 'str':
      return text;
    case 'binary':
      return binary(text);
    default:
      throw new YamlRefusal(`the tag ${tag} is not valid for a scalar`);
  }
}
