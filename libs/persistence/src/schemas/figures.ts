import type { EnteredFigure } from '#domain';
import { day, identity, instant, integer, optional, table, text, uuid } from './columns.js';

export const enteredFigureSchema = table<EnteredFigure>('entered_figures', {
  ...identity,
  indicator: text,
  year: integer,
  people: integer,
  countedTo: day,
  source: text,
  enteredByStaffId: optional(uuid),
  enteredAt: instant,
});
