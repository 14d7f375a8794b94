/** What the operator of this installation has switched. */
export abstract class RunningConditions {
  /** False (QUIET_HOURS=off, demo and tests only): messages go out at every hour. */
  abstract readonly quietHoursKept: boolean;
}
