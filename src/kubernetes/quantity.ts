const KIBIBYTE = 1024n;
const MEBIBYTE = 1024n * KIBIBYTE;

const CPU_SUFFIXES = ['m', '', 'k', 'M'] as const;
const MAX_CORES = 1e6;

// One million cores are 1e9 millicores, where doubles have a precision of 1.2e-7.
const ROUNDING_NOISE = 1e-6;

const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

const EXPONENTS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_PREFIXES = 'KMGTPE';

/**
 * Formats a number of cores as the API server does, so that applying a manifest again changes nothing.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function cpuQuantity(cores: number): string {
  let amount = Math.round(cores * 1000);
  let step = 0;
  while (step < CPU_SUFFIXES.length - 1 && amount % 1000 === 0) {
    amount /= 1000;
    step += 1;
  }
  return `${amount}${CPU_SUFFIXES[step]}`;
}

/**
 * Whether Kubernetes can represent the number of cores without rounding it up to the next millicore.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu
 */
export function isMillicores(cores: number): boolean {
  const millicores = Math.round(cores * 1000);
  return cores <= MAX_CORES && millicores >= 1 && Math.abs(cores * 1000 - millicores) < ROUNDING_NOISE;
}

/**
 * Formats a size in MiB, the unit of Flink's memory calculation, or in a smaller unit if it is not a multiple of a MiB.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory
 */
export function mebibyteQuantity(bytes: number | bigint): string {
  const exact = BigInt(bytes);
  if (exact % MEBIBYTE === 0n) {
    return `${exact / MEBIBYTE}Mi`;
  }
  return exact % KIBIBYTE === 0n ? `${exact / KIBIBYTE}Ki` : `${exact}`;
}

/** Formats a size in the largest unit in which it is an integer, as usual for disks: `50Gi`. */
export function binaryQuantity(bytes: number): string {
  let amount = BigInt(bytes);
  let prefix = '';
  for (const next of BINARY_PREFIXES) {
    if (amount === 0n || amount % KIBIBYTE !== 0n) break;
    amount /= KIBIBYTE;
    prefix = `${next}i`;
  }
  return `${amount}${prefix}`;
}

/**
 * Returns the value of a quantity as the API server reads it, for comparisons; `undefined` if the API server would
 * reject it.
 *
 * Stricter in one respect: the API server reads a string without digits, such as `Gi`, as zero.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, amount = '', exponent = '', suffix = ''] = match;
  if (suffix.endsWith('i')) {
    return Number(amount) * 1024 ** (BINARY_PREFIXES.indexOf(suffix[0]!) + 1);
  }
  return Number(suffix === '' ? `${amount}${exponent}` : `${amount}e${EXPONENTS[suffix]}`);
}
