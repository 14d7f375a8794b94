import {
  constraints,
  type CitizenFacts,
  type Comparison,
  type Constraint,
  type SmallJobFacts,
} from '#matching';

type Kind = Comparison['kind'];

/** A row of the declarative table with its comparison known to be of one kind. */
export interface RowOf<K extends Kind> {
  /** Its place in the table: the bit of a mask. */
  at: number;
  code: Constraint['code'];
  /** The code as a name in SQL. */
  column: string;
  comparison: Extract<Comparison, { kind: K }>;
}

/** The rows of the given kinds, in the order of the table: a new ordinary rule is found here by itself. */
export function rowsOf<K extends Kind>(...kinds: K[]): RowOf<K>[] {
  return constraints.flatMap(({ code, comparison }, at) =>
    (kinds as Kind[]).includes(comparison.kind)
      ? [
          {
            at,
            code,
            column: code.replaceAll('-', '_'),
            comparison: comparison as Extract<Comparison, { kind: K }>,
          },
        ]
      : [],
  );
}

export const flagRows = (): RowOf<'flag'>[] => rowsOf('flag');
export const numberRows = (): RowOf<'at-most' | 'at-least'>[] => rowsOf('at-most', 'at-least');
export const setRows = (): RowOf<'holds-all' | 'holds-none'>[] => rowsOf('holds-all', 'holds-none');
export const mutualRows = (): RowOf<'mutual'>[] => rowsOf('mutual');

/** What the geometric kinds look at is the same for all of their rows, so one row of each is what an engine checks. */
export const geometric = { reach: rowsOf('reach'), inside: rowsOf('inside'), apart: rowsOf('apart') };

export type { CitizenFacts, SmallJobFacts };
