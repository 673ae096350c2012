import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { mountInto } from '../derivation/mount-host';
import { envName } from '../readers/grammar-readers';
import { objectKey, secret } from '../readers/object-readers';
import { type Fields, readStruct } from '../readers/reader';

/** Properties of an environment variable from a Secret. */
export interface SecretEnvProps {
  /** Name of the variable. */
  readonly name: string;
  /** The Secret, existing or made elsewhere in the app. */
  readonly secret: kplus.ISecret;
  /** The key of the Secret whose value the variable gets. */
  readonly key: string;
}

const FIELDS: Fields<SecretEnvProps> = { name: envName, secret, key: objectKey };

/**
 * A key of a Secret as an environment variable of what is its scope: a cluster, a JobManager or a TaskManager.
 *
 * A running process keeps the value that it started with; `SecretMount` follows the Secret.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/native_kubernetes/#using-secrets
 */
export class SecretEnv extends Construct {
  constructor(scope: Construct, id: string, props: SecretEnvProps) {
    super(scope, id);
    mountInto(this, (report) => {
      const read = readStruct<SecretEnvProps>(props, FIELDS, '', report, ['name', 'secret', 'key']);
      return read.name === undefined || read.secret === undefined || read.key === undefined
        ? undefined
        : {
            order: read.name,
            contribution: { secretEnv: { name: read.name, secretName: read.secret.name, key: read.key } },
          };
    });
  }
}
