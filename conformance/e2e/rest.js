const { until } = require('./wait');

const CALL_SECONDS = 25;
const FINAL = ['FINISHED', 'FAILED', 'CANCELED'];

/** The REST endpoint of a Flink cluster, accessed from the network of the node. */
class FlinkRest {
  constructor(cluster, url) {
    this.cluster = cluster;
    this.url = url;
  }

  /** Returns the response of Flink. Throws an error with the reported exceptions if the request fails. */
  async ask(path, ...options) {
    const { code, output, errors } = await this.cluster.call(CALL_SECONDS, 'rest', ...options, `${this.url}${path}`);
    if (code !== 0) throw new Error(errors.trim());
    const answer = JSON.parse(output);
    if (answer.errors)
      throw new Error(
        answer.errors
          .join('\n')
          .split('\n')
          .filter((line) => /Exception|Error/.test(line))
          .join('\n'),
      );
    return answer;
  }

  post(path, body) {
    return this.ask(path, '-X', 'POST', '-H', 'Content-Type: application/json', '-d', JSON.stringify(body));
  }

  /** Uploads a jar, starts its job, and returns the id of the job. */
  async start(jar, entryClass, parallelism) {
    const { filename } = await this.ask('/jars/upload', '-X', 'POST', '-H', 'Expect:', '-F', `jarfile=@${jar}`);
    const { jobid } = await this.post(`/jars/${filename.split('/').pop()}/run`, { entryClass, parallelism });
    return jobid;
  }

  /** Waits until a job has ended, at most for the given number of seconds. Returns the last response about the job. */
  ended(job, seconds) {
    return until(
      seconds,
      () => this.ask(`/jobs/${job}`),
      ({ state }) => FINAL.includes(state),
    );
  }

  /** Returns the TaskManagers that executed tasks of a job. */
  async taskManagersOf({ jid, vertices }) {
    const answers = await Promise.all(vertices.map(({ id }) => this.ask(`/jobs/${jid}/vertices/${id}/taskmanagers`)));
    return new Set(
      answers.flatMap(({ taskmanagers }) => taskmanagers.map((taskManager) => taskManager['taskmanager-id'])),
    );
  }
}

module.exports = { FINAL, FlinkRest };
