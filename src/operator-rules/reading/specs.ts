import {
  type blueGreenFields,
  type deploymentFields,
  type Field,
  type Fields,
  type INGRESS,
  type JOB,
  type SESSION_JOB,
  type SNAPSHOT,
} from './fields';
import { type FlatOptions } from './options';

/** Null if the resource does not set the field, or sets it to null. With a default, only an explicit null is null. */
type Maybe<T> = T | null;

export type Tree = { readonly [name: string]: unknown };
export type TextMap = { readonly [key: string]: Maybe<string> };

/** What the reader makes of each type of field. */
interface Values {
  readonly text: string;
  readonly int: number;
  readonly long: number;
  readonly double: number;
  readonly flag: boolean;
  readonly texts: readonly Maybe<string>[];
  readonly textMap: TextMap;
  readonly options: FlatOptions;
  readonly object: Tree;
  readonly quantities: TextMap;
  readonly podTemplate: Tree;
}

type ValueOf<Type> = Type extends keyof Values
  ? Values[Type]
  : Type extends { readonly struct: infer Inner }
    ? Struct<Inner>
    : Type extends { readonly list: infer Item }
      ? readonly Maybe<Struct<Item>>[]
      : Type extends readonly (infer Constant)[]
        ? Constant
        : never;

type FieldValue<F extends Field> = F extends { readonly primitive: true }
  ? ValueOf<F['type']>
  : Maybe<ValueOf<F['type']>>;

/** An object of the operator's classes, as `fields.ts` describes it. */
type Struct<F> = F extends Fields ? { readonly [name in keyof F]: FieldValue<F[name]> } : never;

export type JobSpec = Struct<typeof JOB>;
export type IngressSpec = Struct<typeof INGRESS>;
export type DeploymentSpec = Struct<ReturnType<typeof deploymentFields>>;
export type RoleSpec = NonNullable<DeploymentSpec['taskManager']>;
export type SessionJobSpec = Struct<typeof SESSION_JOB>;
export type SnapshotSpec = Struct<typeof SNAPSHOT>;
export type BlueGreenSpec = Struct<ReturnType<typeof blueGreenFields>>;

/** A resource, as an object of the operator's classes. */
export interface ReadResource<Spec> {
  readonly kind: string;
  readonly name: Maybe<string>;
  readonly namespace: string;
  readonly metadata: Tree;
  readonly spec: Maybe<Spec>;
  readonly status: Maybe<Tree>;
}

/** A resource of any kind. */
export type AnyResource =
  | (ReadResource<DeploymentSpec> & { readonly kind: 'FlinkDeployment' })
  | (ReadResource<SessionJobSpec> & { readonly kind: 'FlinkSessionJob' })
  | (ReadResource<SnapshotSpec> & { readonly kind: 'FlinkStateSnapshot' })
  | (ReadResource<BlueGreenSpec> & { readonly kind: 'FlinkBlueGreenDeployment' });
