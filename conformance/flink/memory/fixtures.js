'use strict';

// node fixtures.js RESULTS > fixture.jsonl: Flink's answers, one case per line, grouped by releases with the same
// answer, with the ids of causes.
const fs = require('node:fs');
const { causeOf } = require('./cause.js');

const SIZES = {
  tm: [
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
  ],
  jm: ['process', 'flink', 'heap', 'offHeap', 'metaspace', 'overhead'],
};

const minor = (version) => version.split('.').slice(0, 2).map(Number);
const byVersion = (a, b) => minor(a)[0] - minor(b)[0] || minor(a)[1] - minor(b)[1];

// Arguments are included only in cases about them; in all other cases, they follow from the sizes.
function outcome({ role, tag, ok, err }) {
  if (ok === undefined) return { cause: causeOf(err) };
  const sizes = SIZES[role].map((name) => ok[name]);
  const dyn = [...(ok.dyn ?? '').matchAll(/-D (\S+?)=(\S*)/g)]
    .map(([, key, value]) => [key, value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (tag === 'cpu') return { cpu: ok.cpu, slots: ok.slots, cores: Object.fromEntries(dyn)['taskmanager.cpu.cores'] };
  return tag === 'arguments'
    ? { sizes, jvm: ok.jvm, dyn: ok.dyn === undefined ? undefined : Object.fromEntries(dyn) }
    : { sizes };
}

const cases = new Map();
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const result = JSON.parse(line);
  const entry = cases.get(result.id) ?? { role: result.role, conf: result.conf, outcomes: [] };
  entry.outcomes.push({ v: result.v, text: JSON.stringify(outcome(result)) });
  cases.set(result.id, entry);
}

// Ranges of releases with the same answer, such as `1.11-1.16`.
function runs(outcomes) {
  const list = [];
  for (const { v, text } of [...outcomes].sort((a, b) => byVersion(a.v, b.v))) {
    const last = list[list.length - 1];
    if (last?.text === text) last.to = v;
    else list.push({ from: v, to: v, text });
  }
  const line = (version) => minor(version).join('.');
  return list.map(({ from, to, text }) => ({ versions: `${line(from)}-${line(to)}`, ...JSON.parse(text) }));
}

for (const { role, conf, outcomes } of cases.values()) console.log(JSON.stringify([role, conf, runs(outcomes)]));
