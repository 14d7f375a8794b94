import pg from 'pg';

type Parser = (text: string) => unknown;

/**
 * The driver would turn a `date` into midnight in the zone of this machine. A day has no zone: it stays the
 * text it is.
 */
export const daysAsText: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser => {
    if (oid === Number(pg.types.builtins.DATE)) return (day) => day;
    return pg.types.getTypeParser(oid, format) as Parser;
  },
};
