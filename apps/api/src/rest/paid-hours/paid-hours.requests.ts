import { code, int, uuid, type FieldDecorator } from '../../http/fields/index.js';

const month = (description: string): FieldDecorator =>
  code({
    pattern: /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/,
    form: { da: 'skal være en måned som 2026-11', en: 'must be a month like 2026-11' },
    example: '2026-11',
    optional: true,
    description,
  });

export class PaidHoursQuery {
  @uuid({ optional: true }) citizenId?: string;
  @month('Denne måned, når intet er sagt.') month?: string;
}

export class MonthsToConfirmQuery {
  @month('Den ældste med noget at bekræfte, når intet er sagt.') month?: string;
}

export class ConfirmHoursBody {
  @int({
    min: 0,
    max: 2880,
    example: 225,
    optional: true,
    description: 'Ret; uden minutter stemmer det, der stod.',
  })
  minutes?: number;
}
