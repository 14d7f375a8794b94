/** What every row of a municipality's data has. */
export interface Entity {
  /** UUID v7. */
  id: string;
  municipalityId: string;
}
