import { CLIENT } from './sources';
import { firstRelease } from '../../../configuration/releases';
import { type ClusterModel } from '../../../model/cluster-model';
import { type Check, checkOf } from '../../../validation/check';
import { type Client } from '../client';

/** Rules about the application that Flink's client submits. */

/** An application before Flink's client changes its options. */
export interface ApplicationContext {
  readonly cluster: ClusterModel;
  readonly client: Client;
  /** Absent if Flink's own distribution contains the program. */
  readonly jar: string | undefined;
}

const TARGET = 'execution.target';

const applicationRule = checkOf<ApplicationContext>();

export const JAR_NOT_A_URI = applicationRule({
  id: 'FLK-NAT-24',
  severity: 'error',
  rule: 'Flink reads the location of a jar as a URI, and this is not a valid one',
  fix: 'write spaces and brackets as % and two digits, or rename the jar',
  source: CLIENT,
  find({ jar }, report) {
    if (jar !== undefined && !isUri(jar)) {
      report('job.artifact', jar);
    }
  },
});

export const JAR_NOT_IN_IMAGE = applicationRule({
  id: 'FLK-NAT-20',
  severity: 'error',
  rule: 'Flink {release} runs only jars of the image',
  fix: `use local:///opt/flink/usrlib/job.jar, or Flink ${firstRelease('fetchesArtifacts')} or newer`,
  source: CLIENT,
  find({ cluster: { version }, jar }, report) {
    const isFetched = jar !== undefined && isUri(jar) && !/^local:\//i.test(jar);
    if (isFetched && !version._can('fetchesArtifacts')) {
      report('job.artifact', jar, { release: version.releaseLine });
    }
  },
});

export const OTHER_TARGET = applicationRule({
  id: 'FLK-NAT-35',
  severity: 'error',
  rule: "Flink's command line runs applications only with the target kubernetes-application",
  fix: 'remove it, or use kubernetes-application',
  source: CLIENT,
  find({ cluster: { options }, client }, report) {
    // The command line overrides the target in the configuration file of the client, which is a default here.
    const target = options.entries.find(({ key, kind }) => key === TARGET && kind === 'explicit')?.value;
    if (client.isCommandLine && target !== undefined && target.toLowerCase() !== 'kubernetes-application') {
      report(`configuration.${TARGET}`, target);
    }
  },
});

/** Rules about an application, in the order of the client. */
export const APPLICATION_RULES: readonly Check<ApplicationContext>[] = [JAR_NOT_A_URI, JAR_NOT_IN_IMAGE, OTHER_TARGET];

/** Whether Java reads it as a URI: no spaces, brackets or backslashes, and percent signs only before two digits. */
function isUri(text: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:(?!#|$)|[^:]*(?:\/|$))/i.test(text) &&
    // eslint-disable-next-line no-control-regex -- control characters are among the invalid ones
    !/[\u0000- "<>[\\\]^`{|}\u007f]|%(?![0-9a-f]{2})/i.test(text)
  );
}
