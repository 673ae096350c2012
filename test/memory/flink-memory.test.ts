import { type Conf, lookup, release } from './fixtures';
import { jobManagerProcess, taskManagerProcess } from '../../src/memory/derive';
import { FlinkMemory } from '../../src/memory/flink-memory';

function taskManager(conf: Conf, line = '2.2'): FlinkMemory {
  const derived = taskManagerProcess(lookup(conf), release(line));
  if ('refused' in derived) throw new Error(derived.refused.text);
  return FlinkMemory._of(derived.ok.memory);
}

function jobManager(conf: Conf, line = '2.2'): FlinkMemory {
  const derived = jobManagerProcess(lookup(conf), release(line));
  if ('refused' in derived) throw new Error(derived.refused.text);
  return FlinkMemory._of(derived.ok.memory);
}

test('a TaskManager has all components', () => {
  const memory = taskManager({ 'taskmanager.memory.process.size': '1728m' });
  expect(memory.totalProcess).toBe(1811939328);
  expect(memory.totalFlink).toBe(1342177280);
  expect(memory.jvmHeap).toBe(536870902);
  expect(memory.jvmOffHeap).toBe(268435458);
  expect(memory.jvmMetaspace).toBe(268435456);
  expect(memory.jvmOverhead).toBe(201326592);
  expect(memory.frameworkHeap).toBe(134217728);
  expect(memory.taskHeap).toBe(402653174);
  expect(memory.frameworkOffHeap).toBe(134217728);
  expect(memory.taskOffHeap).toBe(0);
  expect(memory.managed).toBe(536870920);
  expect(memory.network).toBe(134217730);
  expect(memory.jvmArguments).toEqual([
    '-Xmx536870902',
    '-Xms536870902',
    '-XX:MaxDirectMemorySize=268435458',
    '-XX:MaxMetaspaceSize=268435456',
  ]);
});

test('a JobManager has a heap and off-heap memory only', () => {
  const memory = jobManager({ 'jobmanager.memory.process.size': '1600m' });
  expect(memory.totalProcess).toBe(1677721600);
  expect(memory.totalFlink).toBe(1207959552);
  expect(memory.jvmHeap).toBe(1073741824);
  expect(memory.jvmOffHeap).toBe(134217728);
  expect(memory.jvmMetaspace).toBe(268435456);
  expect(memory.jvmOverhead).toBe(201326592);
  expect([
    memory.frameworkHeap,
    memory.taskHeap,
    memory.frameworkOffHeap,
    memory.taskOffHeap,
    memory.managed,
    memory.network,
  ]).toEqual(Array(6).fill(undefined));
  expect(memory.jvmArguments).toEqual(['-Xmx1073741824', '-Xms1073741824', '-XX:MaxMetaspaceSize=268435456']);
});

test('a JobManager limits its direct memory only with the option for it', () => {
  const memory = jobManager({
    'jobmanager.memory.process.size': '1600m',
    'jobmanager.memory.enable-jvm-direct-memory-limit': 'true',
  });
  expect(memory.jvmArguments).toContain('-XX:MaxDirectMemorySize=134217728');
});

test('changing the returned arguments changes nothing', () => {
  const memory = jobManager({ 'jobmanager.memory.heap.size': '1g' });
  memory.jvmArguments.pop();
  expect(memory.jvmArguments).toHaveLength(3);
});

describe('the table', () => {
  test('of a TaskManager explains how each component was derived', () => {
    expect(
      taskManager({ 'taskmanager.memory.process.size': '1728m', 'taskmanager.memory.task.off-heap.size': '64m' })
        .toTable()
        .split('\n'),
    ).toEqual([
      'component                      size       bytes  from',
      'total process              1728 MiB  1811939328  configured: taskmanager.memory.process.size',
      '  total Flink              1280 MiB  1342177280  rest of total process',
      '    framework heap          128 MiB   134217728  default of taskmanager.memory.framework.heap.size',
      '    task heap           ~319.99 MiB   335544310  rest of total Flink',
      '    framework off-heap      128 MiB   134217728  default of taskmanager.memory.framework.off-heap.size',
      '    task off-heap            64 MiB    67108864  configured: taskmanager.memory.task.off-heap.size',
      '    managed                ~512 MiB   536870920  0.4 of total Flink',
      '    network                ~128 MiB   134217730  0.1 of total Flink',
      '  JVM metaspace             256 MiB   268435456  default of taskmanager.memory.jvm-metaspace.size',
      '  JVM overhead              192 MiB   201326592  0.1 of total process, raised to the minimum',
    ]);
  });

  test('of a JobManager has the rows of a JobManager', () => {
    expect(jobManager({ 'jobmanager.memory.heap.size': '20g' }).toTable().split('\n')).toEqual([
      'component             size        bytes  from',
      'total process    21888 MiB  22951231488  sum of its parts',
      '  total Flink    20608 MiB  21609054208  sum of its parts',
      '    JVM heap        20 GiB  21474836480  configured: jobmanager.memory.heap.size',
      '    off-heap       128 MiB    134217728  default of jobmanager.memory.off-heap.size',
      '  JVM metaspace    256 MiB    268435456  default of jobmanager.memory.jvm-metaspace.size',
      '  JVM overhead       1 GiB   1073741824  0.1 of total process, lowered to the maximum',
    ]);
  });

  test('names an older option and counted buffers that were used', () => {
    const rows = taskManager({ 'taskmanager.heap.mb': '1024', 'taskmanager.network.numberOfBuffers': '2048' }, '1.20')
      .toTable()
      .split('\n');
    expect(rows.find((row) => row.includes('total Flink'))).toMatch(/ configured: taskmanager\.heap\.mb$/);
    expect(rows.find((row) => row.includes('network'))).toMatch(
      /64 MiB +67108864 +buffers: taskmanager\.network\.numberOfBuffers$/,
    );
  });

  test('shows a fraction as it was written, before rounding', () => {
    const row = (fraction: string) =>
      taskManager({ 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.managed.fraction': fraction })
        .toTable()
        .split('\n')
        .find((line) => line.includes('managed'));
    expect(row('0.333')).toMatch(/ 0\.333 of total Flink$/);
    expect(row('0x1p-3')).toMatch(/ 0\.125 of total Flink$/);
    expect(row('0.12345678')).toMatch(/ 0\.12345678 of total Flink$/);
    expect(row('0.123456789')).toMatch(/ 0\.12345679 of total Flink$/);
  });
});
