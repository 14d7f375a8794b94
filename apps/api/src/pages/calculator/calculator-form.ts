import { danishMunicipalities, FULL_TIME, rateGroups, type RateGroup } from '#domain';
import { fieldDecorator, type FieldDecorator, type Presence } from '../../http/fields/field.js';
import { oneOf } from '../../http/fields/index.js';
import { day, kroner, tick } from '../frame/form/index.js';

/** "7,5" and "7.5": a number as people write it. */
function decimal({ max, ...presence }: { max: number } & Presence): FieldDecorator {
  return fieldDecorator(
    {
      schema: { type: 'number', minimum: 0, maximum: max },
      example: () => 7.5,
      checks: [
        {
          name: 'decimal',
          text: { da: `skal være et tal fra 0 til ${max}`, en: `must be a number from 0 to ${max}` },
          test: (value) => typeof value === 'number' && value >= 0 && value <= max,
        },
      ],
      fromQuery: (text) => (/^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : text),
    },
    presence,
  );
}

const KRONE = 100;

export class CalculatorForm {
  @oneOf(rateGroups) rate!: RateGroup;
  @kroner({ optional: true, max: 50_000 * KRONE }) benefit?: number;
  @decimal({ max: FULL_TIME }) hours!: number;
  @kroner({ min: KRONE, max: 2_000 * KRONE }) wage!: number;
  @oneOf(Object.keys(danishMunicipalities)) municipality!: string;
  @tick() church!: boolean;
  @decimal({ max: 30, optional: true }) pension?: number;
  @kroner({ optional: true, max: 100_000 * KRONE }) freeCard?: number;
  /** The day whose rates are used; hidden. */
  @day({ optional: true }) on?: string;
}
