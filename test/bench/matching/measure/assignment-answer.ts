/** What the goals and the CI form look at of the assignment's own figures. */
export interface AssignmentFigures {
  differences: number;
  objectiveEqualsHighs?: boolean;
  timesFasterThanHighs?: number;
  changeShareOfFullSolve?: number;
  skipped?: string;
}
