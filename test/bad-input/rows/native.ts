import { type Given, row, type Row, rule } from './row';
import { DeploymentMode, FlinkFile, type NativeModeOptions } from '../../../src';

/** A cluster at parity with Flink's client, and what else is stated. */
function parity(configuration: { [key: string]: string } = {}, client: NativeModeOptions = {}, more: { [property: string]: unknown } = {}): Given {
  const sizes = { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' };
  return { mode: DeploymentMode.native({ ...client, parity: true }), configuration: { ...sizes, ...configuration }, ...more };
}

const POD = 'kind: Pod\nspec: {containers: []}\n';
const PATH = '/client/template.yaml';
const template = (text: string): NativeModeOptions => ({ clientFiles: { [PATH]: FlinkFile.fromText('template.yaml', text) } });
const TEMPLATE = { 'kubernetes.pod-template-file.jobmanager': PATH };

/** What Flink's own client refuses. */
export const NATIVE: Row[] = [
  rule('FLK-NAT-01',
    row('a cluster id of 46 characters', parity({}, {}, { clusterName: 'c'.repeat(46) }), 'clusterName', ['45 characters', 'clusterName'], parity({}, {}, { clusterName: 'c'.repeat(45) }))),
  rule('FLK-NAT-02',
    row('a configuration file that is no map', parity({}, { confDir: [FlinkFile.fromText('config.yaml', '[1, 2]\n')] }), 'mode.confDir.config.yaml', ['map of options'],
      parity({}, { confDir: [FlinkFile.fromText('config.yaml', 'parallelism.default: 2\n')] }))),
  rule('FLK-NAT-03',
    row('cores with the unit of Kubernetes', parity({ 'kubernetes.jobmanager.cpu.amount': '500m' }), 'configuration.kubernetes.jobmanager.cpu.amount', ['500m', 'number'],
      parity({ 'kubernetes.jobmanager.cpu.amount': '0.5' })),
    row('a limit below the request', parity({ 'kubernetes.jobmanager.memory.limit-factor': '0.5' }), 'configuration.kubernetes.jobmanager.memory.limit-factor', ['0.5', 'at least 1'],
      parity({ 'kubernetes.jobmanager.memory.limit-factor': '1.5' })),
    row('two JobManagers without high availability', parity({ 'kubernetes.jobmanager.replicas': '2' }), 'configuration.kubernetes.jobmanager.replicas', ['2', 'high availability'],
      parity({ 'kubernetes.jobmanager.replicas': '1' })),
    row('a range of ports', parity({ 'blob.server.port': '6124-6130' }), 'configuration.blob.server.port', ['6124-6130', 'one number'], parity({ 'blob.server.port': '6130' })),
    row('a map without a colon', parity({ 'kubernetes.jobmanager.labels': 'team' }), 'configuration.kubernetes.jobmanager.labels', ['team', 'key:value'],
      parity({ 'kubernetes.jobmanager.labels': 'team:data' })),
    row('an unknown way to expose the REST endpoint', parity({ 'kubernetes.rest-service.exposed.type': 'Ingress' }), 'configuration.kubernetes.rest-service.exposed.type', ['Ingress', 'NodePort'],
      parity({ 'kubernetes.rest-service.exposed.type': 'nodeport' }))),
  rule('FLK-NAT-04',
    row('a template that is not given', parity(TEMPLATE), 'configuration.kubernetes.pod-template-file.jobmanager', [PATH, 'clientFiles'], parity(TEMPLATE, template(POD)))),
  rule('FLK-NAT-05',
    row('a principal without a keytab', parity({ 'security.kerberos.login.principal': 'flink@EXAMPLE.ORG' }), 'configuration.security.kerberos.login.principal', ['security.kerberos.login.keytab', 'both'],
      parity())),
  rule('FLK-NAT-06',
    row('a template that is no manifest', parity(TEMPLATE, template('- a list\n')), `mode.clientFiles.${PATH}`, ['no manifest', 'Pod'], parity(TEMPLATE, template(POD)))),
].flat();
