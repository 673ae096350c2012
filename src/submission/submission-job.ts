import { submissionPod } from './submission-pod';
import { recommendedLabels } from '../kubernetes/labels';
import { toPodTemplate } from '../model/flink-pod';
import { type SessionJobModel, type SessionJobResource } from '../model/session-job-model';
import { REPLACED } from '../modes/shared/replaced';

/** The Job that submits a session job from the Flink image, in modes where no operator does it. */
export function submissionJob(model: SessionJobModel): SessionJobResource {
  const { clusterName, submission } = model;
  const labels = recommendedLabels(clusterName, 'job');
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    labels: { ...model.labels, ...labels },
    annotations: { ...(submission.replace ? REPLACED : {}), ...model.annotations },
    spec: () => ({
      ...(submission.backoffLimit === undefined ? {} : { backoffLimit: submission.backoffLimit }),
      template: toPodTemplate(submissionPod(model, labels)),
    }),
  };
}
