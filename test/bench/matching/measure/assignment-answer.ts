/** What the goals, the page of figures and the CI form look at of the assignment's own figures. */
export interface AssignmentFigures {
  differences: number;
  objectiveEqualsHighs?: boolean;
  timesFasterThanHighs?: number;
  changeShareOfFullSolve?: number;
  ways?: Record<string, { cpuMillis: number; filled: number; objective: number }>;
  skipped?: string;
}
