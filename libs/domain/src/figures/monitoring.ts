/**
 * The rows of the monitoring table: those of Jobcenter København (requirements T3), and ordinary hours, which come
 * first here (R01). A stock is counted on the last day of the year, a flow over the year. The source does not say which
 * its rows are; ours do.
 */
export const monitoringRows = [
  { indicator: 'paid-hours', measure: 'flow', unit: 'hours', from: 'own' },
  { indicator: 'people-in-paid-hours', measure: 'flow', unit: 'people', from: 'own' },
  { indicator: 'small-jobs', measure: 'stock', unit: 'people', from: 'own' },
  { indicator: 'hybrid', measure: 'stock', unit: 'people', from: 'own' },
  { indicator: 'placements-begun', measure: 'flow', unit: 'people', from: 'own' },
  { indicator: 'job-or-education', measure: 'flow', unit: 'people', from: 'entered' },
  { indicator: 'self-support', measure: 'flow', unit: 'people', from: 'entered' },
  { indicator: 'flex-job', measure: 'flow', unit: 'people', from: 'entered' },
  { indicator: 'early-retirement', measure: 'flow', unit: 'people', from: 'entered' },
  { indicator: 'resource-course', measure: 'flow', unit: 'people', from: 'entered' },
] as const satisfies readonly MonitoringRow[];

export interface MonitoringRow {
  indicator: string;
  measure: 'stock' | 'flow';
  unit: 'hours' | 'people';
  /** `entered`: the product cannot know it; a leader writes it down from the jobcentre's own statistics. */
  from: 'own' | 'entered';
}

export type MonitoringIndicator = (typeof monitoringRows)[number]['indicator'];
export type EnteredIndicator = Extract<(typeof monitoringRows)[number], { from: 'entered' }>['indicator'];
export type OwnIndicator = Exclude<MonitoringIndicator, EnteredIndicator>;

export const enteredIndicators = monitoringRows
  .filter(
    (row): row is Extract<(typeof monitoringRows)[number], { from: 'entered' }> => row.from === 'entered',
  )
  .map(({ indicator }) => indicator);
