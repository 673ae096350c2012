import { alsoInPods, podRule, type PodRule } from './pod-rule';
import { INVALID_IMAGE as INVALID_IMAGE_REFERENCE } from '../../derivation/image';
import { parseImage } from '../../kubernetes/image';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isDnsLabel } from '../../kubernetes/names';
import { INVALID_PROBE } from '../../readers/pod-option-fields';
import { Sources } from '../../validation/rule';
import { nameIn } from '../../validation/show';

export const INVALID_CONTAINER_NAME = podRule({
  id: 'FLK-POD-01',
  severity: 'error',
  rule: 'not a valid container name',
  fix: 'use at most 63 of a-z, 0-9 and "-"',
  source: Sources.KUBERNETES,
  find({ containers }, report) {
    for (const { container } of containers) {
      if (typeof container.name !== 'string' || !isDnsLabel(container.name)) {
        report('containers', container.name);
      }
    }
  },
});

export const DUPLICATE_CONTAINER_NAME = podRule({
  id: 'FLK-POD-02',
  severity: 'error',
  rule: 'two containers have this name',
  fix: 'rename one',
  source: Sources.KUBERNETES,
  find({ containers }, report) {
    const names = containers.map(({ container }) => container.name as unknown);
    names.forEach((name, index) => {
      if (typeof name === 'string' && isDnsLabel(name) && names.indexOf(name) < index) {
        report(`containers.${name}`);
      }
    });
  },
});

export const INVALID_IMAGE = alsoInPods(INVALID_IMAGE_REFERENCE, ({ containers }, report) => {
  for (const { container, kind } of containers) {
    const { name, image } = container;
    // The image of the main container is checked as a property.
    if (kind !== 'main' && (typeof image !== 'string' || parseImage(image) === undefined)) {
      report(`containers.${nameIn(name)}.image`, image);
    }
  }
});

export const PROBE_NEEDS_ONE_SUCCESS = alsoInPods(INVALID_PROBE, ({ containers }, report) => {
  for (const { container, at } of containers) {
    for (const probe of ['livenessProbe', 'startupProbe']) {
      const successes: unknown = (container[probe] as ManifestJson | undefined)?.successThreshold;
      if (successes !== undefined && successes !== 1) {
        report(`${at}${probe}`, successes, {
          problem: 'must have successThreshold 1; only readiness probes can have more',
        });
      }
    }
  }
});

export const RESTART_POLICY_OF_WORKLOAD = podRule({
  id: 'FLK-POD-05',
  severity: 'error',
  rule: 'the workload of this pod allows only the restart policy {allowed}',
  fix: 'remove it',
  source: Sources.KUBERNETES,
  find({ pod, restartPolicies }, report) {
    const policy: unknown = pod.spec.restartPolicy;
    if (policy !== undefined && restartPolicies !== undefined && !restartPolicies.includes(policy as string)) {
      report('podTemplate.spec.restartPolicy', policy, { allowed: restartPolicies.join(' or ') });
    }
  },
});

/** Seconds that Flink needs for a clean shutdown. */
const SHUTDOWN_SECONDS = 10;

export const SHORT_GRACE_PERIOD = podRule({
  id: 'FLK-POD-09',
  severity: 'warning',
  rule:
    'Flink needs about ten seconds for a clean shutdown; if it is killed earlier, its slots stay allocated until ' +
    'the heartbeat times out',
  fix: 'use at least 10 seconds',
  source: 'Flink: cluster.services.shutdown-timeout',
  find({ pod }, report) {
    const grace: unknown = pod.spec.terminationGracePeriodSeconds;
    if (typeof grace === 'number' && grace < SHUTDOWN_SECONDS) {
      report('terminationGracePeriod', grace);
    }
  },
});

export const CONTAINER_RULES: readonly PodRule[] = [
  INVALID_CONTAINER_NAME,
  DUPLICATE_CONTAINER_NAME,
  INVALID_IMAGE,
  PROBE_NEEDS_ONE_SUCCESS,
  RESTART_POLICY_OF_WORKLOAD,
  SHORT_GRACE_PERIOD,
];
