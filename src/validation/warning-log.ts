import { type IConstruct } from 'constructs';
import { type Warning } from './findings';

/** Receives the warnings of an app. */
export type WarningSink = (warnings: readonly Warning[]) => void;

/** Prints warnings as one block to standard error; standard output belongs to the manifests. */
export const DEFAULT_SINK: WarningSink = (warnings) => void process.stderr.write(block(warnings));

const LOG = Symbol.for('cdk8s-flink.warnings');
type Logged = IConstruct & { [LOG]?: WarningLog };

/**
 * The warnings of all constructs of an app. They are published once, when the app is synthesized: cdk8s validates an
 * app again for each chart that is written by itself, and nothing is computed for those.
 */
export class WarningLog {
  /** Where warnings go if an app does not choose; tests of the library replace it. */
  public static defaultSink: WarningSink = DEFAULT_SINK;

  /** The log of the app that a construct belongs to. */
  public static of(construct: IConstruct): WarningLog {
    const root = construct.node.root as Logged;
    if (root[LOG] === undefined) {
      const log = new WarningLog();
      Object.defineProperty(root, LOG, { value: log, enumerable: false });
      root.node.addValidation({ validate: () => (log.publish(), []) });
    }
    return root[LOG]!;
  }

  private readonly sources: { readonly warnings: readonly Warning[] }[] = [];
  private sink?: WarningSink;
  private checked = 0;
  private readonly published = new Set<string>();

  private constructor() {}

  /** All warnings of the app as they are now, in the order of their constructs. */
  public get warnings(): Warning[] {
    return this.sources.flatMap((source) => source.warnings);
  }

  /** Adds a source of warnings. */
  public add(source: { readonly warnings: readonly Warning[] }): void {
    this.sources.push(source);
  }

  /** Replaces where the warnings go. */
  public sendTo(sink: WarningSink): void {
    this.sink = sink;
  }

  private publish(): void {
    if (this.checked === this.sources.length) {
      return;
    }
    this.checked = this.sources.length;
    const unpublished = this.warnings.filter(({ text }) => !this.published.has(text));
    unpublished.forEach(({ text }) => this.published.add(text));
    if (unpublished.length > 0) {
      (this.sink ?? WarningLog.defaultSink)(unpublished);
    }
  }
}

function block(warnings: readonly Warning[]): string {
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  const head = `cdk8s-flink: ${count}; suppress each with a reason, or set strict: true to treat them as errors`;
  return `${[head, ...warnings.map(({ text }) => `  ${text}`)].join('\n')}\n`;
}
