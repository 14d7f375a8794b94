import { shiftStates, type ShiftState } from '#domain';
import { shiftScopes, shiftListViews, type ShiftScope, type ShiftListView } from '#use-cases';
import { localDate, oneOf, text, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

export class ShiftListQueryFields extends PageQuery {
  @oneOf(shiftListViews, {
    optional: true,
    example: 'today',
    description: 'Et spørgsmål, der er lavet på forhånd; `all` er de sidste 31 dage og frem.',
  })
  view?: ShiftListView;
  @localDate({ optional: true, example: '2026-11-30', description: 'I stedet for spørgsmålets dage.' })
  from?: string;
  @localDate({ optional: true, example: '2026-12-06' }) to?: string;
  @uuid({ optional: true }) companyId?: string;
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true }) citizenId?: string;
  @oneOf(shiftStates.states, { optional: true, example: 'missed' }) state?: ShiftState;
  @oneOf(['asc', 'desc'], { optional: true, example: 'asc', description: 'Efter start.' })
  direction?: 'asc' | 'desc';
}

export class WeekQuery {
  @text({ max: 8, optional: true, example: '2026-W48', description: 'Denne uge, når intet er sagt.' })
  week?: string;
  @oneOf(shiftScopes, { optional: true, example: 'mine', description: 'Hvis vagter.' }) scope?: ShiftScope;
}
