import {
  OperatorDeploymentMode,
  type OperatorIngress,
  type OperatorIngressTls,
  type OperatorModeOptions,
} from '../../model/operator-options';
import { type Report } from '../../validation/problem';
import { asGiven, type Fields, integer, list, map, oneOf, readStruct, struct, text } from '../../validation/readers';

const TLS: Fields<OperatorIngressTls> = { hosts: list(text), secretName: text };
const INGRESS: Fields<OperatorIngress> = {
  template: text,
  className: text,
  annotations: map(text),
  labels: map(text),
  tls: list(struct<OperatorIngressTls>(TLS)),
};
const ingress = struct<OperatorIngress>(INGRESS, ['template']);
const OPTIONS: Fields<OperatorModeOptions> = {
  operatorVersion: text,
  mode: oneOf(Object.values(OperatorDeploymentMode)),
  ingress,
  restartNonce: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  operatorConfiguration: asGiven,
};

/** Reads what `DeploymentMode.operator()` was given. */
export function readOperatorOptions(given: unknown, report: Report): Partial<OperatorModeOptions> {
  return readStruct<OperatorModeOptions>(given, OPTIONS, 'mode', report);
}

/** Reads the Ingress of a job of two colours. */
export function readBlueGreenIngress(given: unknown, report: Report): OperatorIngress | undefined {
  return given === undefined ? undefined : (ingress(given, 'ingress', report) as OperatorIngress | undefined);
}
