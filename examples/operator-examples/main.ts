// The example resources of the Flink Kubernetes Operator 1.15.0, each in a Chart with the name of its file.
import { App } from 'cdk8s';
import { autoscaling, ingresses } from './autoscaling-and-ingress';
import { basic, templates } from './basic';
import { languages } from './languages';
import { sessions } from './sessions';
import { snapshots } from './snapshots';
import { stateful } from './stateful';
import { tls } from './tls';

const app = new App();
[basic, templates, stateful, ingresses, autoscaling, sessions, languages, tls, snapshots].forEach((write) =>
  write(app),
);
app.synth();
