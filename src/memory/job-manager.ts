import { rest, sum } from './arithmetic';
import { type OptionReader } from './option-reader';
import { JOB_MANAGER } from './options';
import { type JobManagerMemory, type Portion } from './portion';
import { deriveProcess } from './process-memory';
import { heapAndOffHeapDiffer, heapExceedsFlink, offHeapLeavesNoHeap } from './total-refusals';

interface Parts {
  readonly flink: Portion;
  readonly heap: Portion;
  readonly offHeap: Portion;
}

/**
 * The memory of a JobManager.
 *
 * @see `org.apache.flink.runtime.jobmanager.JobManagerProcessUtils`
 */
export function deriveJobManager(reader: OptionReader): JobManagerMemory {
  reader.readLegacyHeap(JOB_MANAGER.legacyHeap);
  const memory = deriveProcess(reader, JOB_MANAGER, { fromFineGrained, fromTotal });
  return Object.assign(memory, { directLimit: reader.boolean(JOB_MANAGER.directLimit) });
}

function fromFineGrained(reader: OptionReader): Parts {
  const heap = reader.find(JOB_MANAGER.heap)!;
  const offHeap = reader.size(JOB_MANAGER.offHeap);
  const flink = reader.find(JOB_MANAGER.flink);
  if (flink === undefined) {
    return { flink: sum({ heap, offHeap }), heap, offHeap };
  }
  if (offHeap.origin.kind === 'configured') {
    return sum({ heap, offHeap }).bytes === flink.bytes
      ? { flink, heap, offHeap }
      : heapAndOffHeapDiffer(
          [JOB_MANAGER.flink, JOB_MANAGER.heap, JOB_MANAGER.offHeap].map(({ key }) => key),
          flink,
          heap,
          offHeap,
        );
  }
  return heap.bytes <= flink.bytes
    ? { flink, heap, offHeap: rest('flink', flink, heap.bytes) }
    : heapExceedsFlink(JOB_MANAGER.flink.key, JOB_MANAGER.heap.key, flink, heap);
}

function fromTotal(reader: OptionReader, flink: Portion): Parts {
  const offHeap = reader.size(JOB_MANAGER.offHeap);
  return flink.bytes > offHeap.bytes
    ? { flink, heap: rest('flink', flink, offHeap.bytes), offHeap }
    : offHeapLeavesNoHeap(JOB_MANAGER, JOB_MANAGER.offHeap.key, flink, offHeap);
}
