import { instant, int, uuid } from '../../http/fields/index.js';

/** One of the five says what it is about. */
export class TimelineQuery {
  @uuid({ optional: true }) citizenId?: string;
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true }) companyId?: string;
  @uuid({ optional: true }) shiftId?: string;
  @uuid({ optional: true }) agreementId?: string;
  @int({
    min: 1,
    max: 100,
    example: 30,
    optional: true,
    description: 'Mindst så mange; 30, når intet er sagt.',
  })
  limit: number = 30;
  @instant({ optional: true, description: '`nextBefore` fra forrige side.' }) before?: string;
}
