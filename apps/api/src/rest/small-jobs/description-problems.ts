/** What every description of a small job can be refused for, while it is a draft and when it is one. */
export const DESCRIPTION_PROBLEMS = [
  'category.unknown',
  'small-job.shift-ends-before-start',
  'small-job.shifts-overlap',
  'small-job.break-too-long',
  'small-job.too-many-hours',
  'small-job.dates-invalid',
] as const;
