import { type IConstruct } from 'constructs';
import { type FlinkWarning } from '../props/warning';
import { WarningLog } from '../validation/warning-log';

/** Receives the warnings of an app when it is synthesized. */
export interface IFlinkWarningHandler {
  /**
   * Called once for each synthesis with warnings. An exception in it ends the synthesis.
   *
   * @param warnings The warnings that are not suppressed, in the order of their constructs
   */
  handle(warnings: FlinkWarning[]): void;
}

/**
 * The warnings of an app. If nothing else is chosen, they are printed once to standard error when the app is
 * synthesized, as one block.
 */
export class FlinkWarnings {
  /**
   * The warnings of the app that a construct belongs to.
   *
   * @param scope The app, or any construct in it
   */
  public static of(scope: IConstruct): FlinkWarnings {
    return new FlinkWarnings(WarningLog.of(scope));
  }

  private constructor(private readonly log: WarningLog) {}

  /** Every warning of the app as it is now that is not suppressed, in the order of the constructs. */
  public get all(): FlinkWarning[] {
    return this.log.warnings;
  }

  /** Prints no warnings; they can still be read with `all`. */
  public silence(): void {
    this.log.sendTo(() => undefined);
  }

  /**
   * Passes the warnings to a handler instead of printing them.
   *
   * @param handler What receives them
   */
  public sendTo(handler: IFlinkWarningHandler): void {
    this.log.sendTo((warnings) => handler.handle([...warnings]));
  }
}
