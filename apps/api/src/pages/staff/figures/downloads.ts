import { figuresWords as w } from '../../words/desk-figures.js';

export interface Download {
  href: string;
  label: string;
}

/** The files of a report are those of the interface: one address, one table. */
export const downloads = (report: string, query: Readonly<Record<string, string>> = {}): Download[] =>
  (['csv', 'xlsx'] as const).map((format) => ({
    href: `/api/v1/reports/${report}?${new URLSearchParams({ ...query, format }).toString()}`,
    label: w[format],
  }));
