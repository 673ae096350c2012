import { checkKey } from './catalogue-checks';
import { LIBRARY } from '../../configuration/flink-options';
import { PORTS } from '../../configuration/keys';
import { isScriptKey } from '../../configuration/script-keys';
import { type ClusterModel } from '../../model/cluster-model';
import { type Mode } from '../../model/step-decorator';
import { credentialIn, isCredentialName } from '../../validation/credentials';
import { lazily } from '../../validation/lazily';
import { type Problem, type Report, reporter } from '../../validation/problem';
import { type Inputs } from '../inputs';

const catalogue = lazily(() => require('../../configuration/catalogue/lookup') as typeof import('../../configuration/catalogue/lookup'));

/** What must not be readable by everybody who can read the manifests. */
export function checkSecrets(cluster: ClusterModel, { cluster: { files = [] } }: Inputs, mode: Mode['name'], problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  for (const { key, spelt = key, value, source } of cluster.options.entries) {
    if (source !== LIBRARY) {
      checkOption(key, spelt, value, source, cluster, report);
    }
  }
  files.forEach(({ _text: content }, index) => {
    const found = typeof content === 'string' ? credentialIn(content) : undefined;
    if (found !== undefined) {
      report('FLK-SECRET-07', `files[${index}]`, undefined, { found });
    }
  });
  if (cluster.secretOptions.length > 0) {
    checkSecretOptions(cluster, mode, problems);
  }
}

function checkOption(key: string, spelt: string, value: string, source: string, cluster: ClusterModel, report: Report): void {
  const { version, allowedCredentials } = cluster;
  if (allowedCredentials.includes(key) || allowedCredentials.includes(spelt)) {
    return;
  }
  const property = `configuration.${spelt}`;
  if (isCredentialName(key) && (catalogue().lookup(key, version)?.type ?? 'String') === 'String') {
    report('FLK-SECRET-01', property, undefined, { key: spelt, source });
    return;
  }
  const found = credentialIn(value);
  if (found !== undefined) {
    report('FLK-SECRET-07', property, undefined, { found });
  }
}

/** Beginnings of keys that something else than the process reads: the calculation of memory, Services, probes. */
const READ_ELSEWHERE = ['jobmanager.memory.', 'taskmanager.memory.', 'kubernetes.', 'jobmanager.rpc.', 'high-availability.cluster-id'];

function checkSecretOptions(cluster: ClusterModel, mode: Mode['name'], problems: Problem[]): void {
  for (const { key, property, part } of cluster.secretOptions) {
    const report = reporter(problems, part);
    if (mode !== 'standalone') {
      report('FLK-SECRET-03', property, undefined, { where: `in ${mode} mode` });
    } else if (cluster.job === undefined && !cluster.version._isAtLeast('1.16')) {
      report('FLK-SECRET-03', property, undefined, { where: 'of a session cluster before Flink 1.16' });
    }
    if (isScriptKey(key) || key in PORTS || READ_ELSEWHERE.some((prefix) => key.startsWith(prefix))) {
      report('FLK-SECRET-02', property);
    } else if (cluster.options.get(key) !== undefined) {
      report('FLK-CONF-05', property, undefined, { first: 'configuration', firstValue: '******', second: property });
    } else {
      checkKey({ key, value: '', kind: 'explicit', source: property }, cluster.version, report, property);
    }
  }
}
