import { CLIENT } from './sources';
import { firstRelease } from '../../../configuration/releases';
import { type ClusterModel } from '../../../model/cluster-model';
import { type Check, checkOf } from '../../../validation/check';
import { defineRule } from '../../../validation/rule';
import { hasOwnNames } from '../objects';

/** Rules about Kerberos in native mode. */

const NEW = firstRelease('disablesDecorators');

const clusterRule = checkOf<ClusterModel>();

/** Reported while the client reads the options of Kerberos. */
export const KEYTAB_WITHOUT_PRINCIPAL = defineRule({
  id: 'FLK-NAT-05',
  severity: 'error',
  rule: 'a keytab and a principal belong together, and {missing} is not set',
  fix: 'set both, or use KerberosMount',
  source: 'Flink: security configuration',
});

export const KERBEROS_IGNORED = clusterRule({
  id: 'FLK-NAT-13',
  severity: 'error',
  rule: 'Flink {release} ignores Kerberos in native mode',
  fix: `use Flink ${firstRelease('mountsKerberosFiles')} or newer, or DeploymentMode.standalone()`,
  source: CLIENT,
  find({ kerberos, version }, report) {
    if (kerberos !== undefined && !version._can('mountsKerberosFiles')) {
      report('KerberosMount', undefined, { release: version.releaseLine });
    }
  },
});

export const OTHER_KERBEROS_OBJECTS = clusterRule({
  id: 'FLK-NAT-14',
  severity: 'error',
  rule: 'Flink {release} mounts a keytab and krb5.conf only from objects with its own names',
  fix: `use a Secret kerberos-keytab-{clusterName} and ConfigMap kerberos-krb5conf-{clusterName}, or Flink ${NEW}`,
  source: CLIENT,
  find({ kerberos, clusterName, version }, report) {
    const isMountedByFlink = version._can('mountsKerberosFiles') && !version._can('disablesDecorators');
    if (kerberos !== undefined && isMountedByFlink && !hasOwnNames(kerberos, clusterName)) {
      report('KerberosMount', undefined, { release: version.releaseLine, clusterName });
    }
  },
});

/** What a release does not support of a `KerberosMount`. */
export const KERBEROS_RULES: readonly Check<ClusterModel>[] = [KERBEROS_IGNORED, OTHER_KERBEROS_OBJECTS];
