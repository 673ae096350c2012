// A Python program in a ConfigMap, run by an image with Python and PyFlink.
import { App, Chart } from 'cdk8s';
import { FlinkApplicationCluster, FlinkFile, FlinkVersion, JobArtifact } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'words', { namespace: 'flink' });

const program = FlinkFile.fromText(
  'words.py',
  `from pyflink.datastream import StreamExecutionEnvironment

env = StreamExecutionEnvironment.get_execution_environment()
env.from_collection(["to", "be", "or", "not", "to", "be"]).map(lambda word: (word, 1))\
.key_by(lambda pair: pair[0]).reduce(
    lambda a, b: (a[0], a[1] + b[1])).print()
env.execute("words")
`,
);

new FlinkApplicationCluster(chart, 'Words', {
  version: FlinkVersion.V1_20,
  image: 'registry.example.com/pyflink:1.20.4',
  job: { artifact: JobArtifact.pythonFile(program, { executable: '/usr/bin/python3' }) },
});

app.synth();
