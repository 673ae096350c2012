import { type Answer, type Conf, lookup, type MemoryCase, readLines, release, releaseLines } from './fixtures';
import { jobManagerOptions, jvmArguments, taskManagerOptions } from '../../src/memory/arguments';
import { coresText } from '../../src/memory/cores-text';
import { jobManagerProcess, taskManagerProcess } from '../../src/memory/derive';
import { type Portion } from '../../src/memory/portion';

const TASK_MANAGER = [
  'process',
  'flink',
  'frameworkHeap',
  'frameworkOffHeap',
  'taskHeap',
  'taskOffHeap',
  'network',
  'managed',
  'metaspace',
  'overhead',
];
const JOB_MANAGER = ['process', 'flink', 'heap', 'offHeap', 'metaspace', 'overhead'];

/** The derived sizes in the form of the fixtures, with every field that an answer can have. */
function derive(role: 'tm' | 'jm', conf: Conf, line: string): Omit<Answer, 'versions'> {
  const version = release(line);
  if (role === 'jm') {
    const derived = jobManagerProcess(lookup(conf), version);
    if ('refused' in derived) return { cause: derived.refused.id };
    const { memory } = derived.ok;
    return {
      sizes: sizes(JOB_MANAGER, memory),
      jvm: jvmArguments(memory).join(' '),
      dyn: jobManagerOptions(memory, version),
    };
  }
  const derived = taskManagerProcess(lookup(conf), version);
  if ('refused' in derived) return { cause: derived.refused.id };
  const { memory, cpu } = derived.ok;
  const cores = coresText(cpu.cores, version);
  return {
    sizes: sizes(TASK_MANAGER, memory),
    jvm: jvmArguments(memory).join(' '),
    dyn: taskManagerOptions(memory, cpu, version),
    cpu: cores.kept,
    cores: cores.argument,
    slots: cpu.slots,
  };
}

function sizes(names: readonly string[], memory: object): string[] {
  return names.map((name) => String((memory as { readonly [name: string]: Portion })[name]?.bytes));
}

describe.each(['edge.jsonl', 'random.jsonl'])('of %s', (file) => {
  const cases = readLines<MemoryCase>(file).map(([role, conf, answers]) => ({
    role,
    conf,
    answers,
    text: JSON.stringify(conf),
  }));

  test.each(cases)('a $role with $text is what Flink derives', ({ role, conf, answers }) => {
    expect(answers.flatMap(({ versions }) => releaseLines(versions))).toHaveLength(14);
    for (const { versions, ...answer } of answers) {
      const expected = answer.sizes === undefined ? answer : { ...answer, sizes: answer.sizes.map(String) };
      for (const line of releaseLines(versions)) {
        const derived = derive(role, conf, line);
        const compared = Object.fromEntries(
          Object.keys(expected).map((key) => [key, derived[key as keyof typeof derived]]),
        );
        expect({ line, ...compared }).toEqual({ line, ...expected });
      }
    }
  });
});

describe('known start-up logs', () => {
  test.each([
    {
      size: '1024m',
      overhead: 201326592,
      flink: 603979776,
      managed: 241591914,
      network: 67108864,
      taskHeap: 26843542,
      heap: 161061270,
      direct: 201326592,
    },
    {
      size: '1728m',
      overhead: 201326592,
      flink: 1342177280,
      managed: 536870920,
      network: 134217730,
      taskHeap: 402653174,
      heap: 536870902,
      direct: 268435458,
    },
    {
      size: '2048m',
      overhead: 214748368,
      flink: 1664299824,
      managed: 665719939,
      network: 166429984,
      taskHeap: 563714445,
      heap: 697932173,
      direct: 300647712,
    },
    {
      size: '4096m',
      overhead: 429496736,
      flink: 3597035104,
      managed: 1438814063,
      network: 359703515,
      taskHeap: 1530082070,
      heap: 1664299798,
      direct: 493921243,
    },
    {
      size: '8192m',
      overhead: 858993472,
      flink: 7462505664,
      managed: 2985002310,
      network: 746250577,
      taskHeap: 3462817321,
      heap: 3597035049,
      direct: 880468305,
    },
    {
      size: '16384m',
      overhead: 1073741824,
      flink: 15837691904,
      managed: 6335076856,
      network: 1583769214,
      taskHeap: 7650410378,
      heap: 7784628106,
      direct: 1717986942,
    },
  ])(
    'a TaskManager of $size is divided as documented',
    ({ size, overhead, flink, managed, network, taskHeap, heap, direct }) => {
      const derived = taskManagerProcess(lookup({ 'taskmanager.memory.process.size': size }), release('2.2'));
      if ('refused' in derived) throw new Error(derived.refused.text);
      const { memory } = derived.ok;
      expect(
        [memory.overhead, memory.flink, memory.managed, memory.network, memory.taskHeap].map(({ bytes }) =>
          Number(bytes),
        ),
      ).toEqual([overhead, flink, managed, network, taskHeap]);
      expect(jvmArguments(memory)).toEqual([
        `-Xmx${heap}`,
        `-Xms${heap}`,
        `-XX:MaxDirectMemorySize=${direct}`,
        '-XX:MaxMetaspaceSize=268435456',
      ]);
    },
  );

  test.each([
    { size: '1024m', overhead: 201326592, flink: 603979776, heap: 469762048 },
    { size: '1600m', overhead: 201326592, flink: 1207959552, heap: 1073741824 },
    { size: '2048m', overhead: 214748368, flink: 1664299824, heap: 1530082096 },
    { size: '4096m', overhead: 429496736, flink: 3597035104, heap: 3462817376 },
  ])('a JobManager of $size is divided as documented', ({ size, overhead, flink, heap }) => {
    const derived = jobManagerProcess(lookup({ 'jobmanager.memory.process.size': size }), release('2.2'));
    if ('refused' in derived) throw new Error(derived.refused.text);
    const { memory } = derived.ok;
    expect([memory.overhead, memory.flink, memory.heap].map(({ bytes }) => Number(bytes))).toEqual([
      overhead,
      flink,
      heap,
    ]);
  });

  test.each([
    { role: 'taskmanager', refused: 981, accepted: 982 },
    { role: 'jobmanager', refused: 576, accepted: 577 },
  ])('the smallest $role has one MiB more than $refused', ({ role, refused, accepted }) => {
    const process = role === 'taskmanager' ? taskManagerProcess : jobManagerProcess;
    const of = (mebibytes: number) =>
      process(lookup({ [`${role}.memory.process.size`]: `${mebibytes}m` }), release('1.20'));
    expect(of(refused)).toHaveProperty('refused');
    expect(of(accepted)).toHaveProperty('ok');
  });
});

test('an error of the lookup function is not a refusal', () => {
  expect(() =>
    taskManagerProcess(() => {
      throw new RangeError('broken');
    }, release('2.2')),
  ).toThrow(RangeError);
});
