import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { mountPath, subPath } from './mount-readers';
import { mountInto } from '../derivation/mount-host';
import { objectKey, secret } from '../readers/object-readers';
import { type Fields, boolean, integer, keysOf, map, type Reader, readStruct } from '../readers/reader';
import { type Report } from '../validation/problem';

/** Properties of a Secret as files. */
export interface SecretMountProps {
  /** The Secret, existing or made elsewhere in the app. */
  readonly secret: kplus.ISecret;
  /** Absolute path of the folder. */
  readonly path: string;
  /**
   * Keys of the Secret that become files, and the path of each below the folder: `{ 'tls.crt': 'certificate.pem' }`.
   * @default - every key becomes a file of its name
   */
  readonly items?: { [key: string]: string };
  /**
   * Permission bits of the files, such as `0o440`.
   * @default 0o644
   */
  readonly mode?: number;
  /**
   * Whether pods start without the Secret.
   * @default false
   */
  readonly optional?: boolean;
}

const FIELDS: Fields<SecretMountProps> = { secret, path: mountPath, items, mode: integer(0, 0o777), optional: boolean };

/**
 * A Secret as files in what is its scope: a cluster, a JobManager or a TaskManager.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/#using-secrets
 */
export class SecretMount extends Construct {
  constructor(scope: Construct, id: string, props: SecretMountProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<SecretMountProps>(props, FIELDS, '', report, ['secret', 'path']);
      const { secret: from, path, items: paths, mode, optional } = read;
      return from === undefined || path === undefined
        ? undefined
        : {
            order: path,
            contribution: {
              secretMount: {
                secretName: from.name,
                mountPath: path,
                items: paths === undefined ? undefined : Object.entries(paths).map(([key, at]) => ({ key, path: at })),
                mode,
                optional,
              },
            },
          };
    });
  }
}

function items(
  ...[value, property, report]: Parameters<Reader<{ [key: string]: string }>>
): { [key: string]: string } | undefined {
  const read = map(subPath)(value, property, report);
  return read !== undefined && keysAreValid(read, property, report) ? read : undefined;
}

function keysAreValid(read: object, property: string, report: Report): boolean {
  return keysOf(read, property, report).every((key) => objectKey(key, `${property}.${key}`, report) !== undefined);
}
