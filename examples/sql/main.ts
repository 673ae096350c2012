// A SQL script as an application, which requires Flink 2.0 or newer.
import { App, Chart } from 'cdk8s';
import { FlinkApplicationCluster, FlinkVersion, JobArtifact } from 'cdk8s-flink';

const app = new App();
const chart = new Chart(app, 'totals', { namespace: 'flink' });

new FlinkApplicationCluster(chart, 'Totals', {
  version: FlinkVersion.V2_2,
  job: {
    artifact: JobArtifact.sql(`CREATE TABLE orders (price DECIMAL(10, 2), buyer STRING) \
WITH ('connector' = 'datagen', 'rows-per-second' = '10');
CREATE TABLE totals (buyer STRING, total DECIMAL(20, 2), PRIMARY KEY (buyer) NOT ENFORCED) WITH ('connector' = 'print');
INSERT INTO totals SELECT buyer, SUM(price) FROM orders GROUP BY buyer;
`),
  },
});

app.synth();
