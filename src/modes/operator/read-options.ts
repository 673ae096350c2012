import {
  OperatorDeploymentMode,
  type OperatorIngress,
  type OperatorIngressTls,
  type OperatorModeOptions,
} from '../../props/operator-options';
import { unread, type Fields, integer, list, map, oneOf, readStruct, struct, string } from '../../readers/reader';
import { type Report } from '../../validation/problem';

const TLS: Fields<OperatorIngressTls> = { hosts: list(string), secretName: string };
const INGRESS: Fields<OperatorIngress> = {
  template: string,
  className: string,
  annotations: map(string),
  labels: map(string),
  tls: list(struct<OperatorIngressTls>(TLS)),
};
const ingress = struct<OperatorIngress>(INGRESS, ['template']);
const OPTIONS: Fields<OperatorModeOptions> = {
  operatorVersion: string,
  mode: oneOf(Object.values(OperatorDeploymentMode)),
  ingress,
  restartNonce: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  operatorConfiguration: unread,
};

/** Reads the options of `DeploymentMode.operator()`. */
export function readOperatorOptions(given: unknown, report: Report): Partial<OperatorModeOptions> {
  return readStruct<OperatorModeOptions>(given, OPTIONS, 'mode', report);
}

/** Reads the Ingress of a blue/green deployment. */
export function readBlueGreenIngress(given: unknown, report: Report): OperatorIngress | undefined {
  return given === undefined ? undefined : (ingress(given, 'ingress', report) as OperatorIngress | undefined);
}
