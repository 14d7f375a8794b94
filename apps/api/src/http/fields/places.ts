import { plainToInstance } from 'class-transformer';
import { exampleOf } from './example.js';
import { number } from './amounts.js';
import { isObject } from './composites.js';
import { fieldDecorator, type FieldDecorator, type Presence } from './field.js';
import { code, text } from './words.js';

/** WGS84 degrees. */
export class PositionFields {
  @number({ min: -90, max: 90, example: 55.7068 }) lat!: number;
  @number({ min: -180, max: 180, example: 9.5357 }) lon!: number;
}

export class AddressFields {
  @text({ max: 120, example: 'Havnegade 12' }) street!: string;
  @code({
    pattern: /^\d{4}$/,
    form: { da: 'skal være fire cifre', en: 'must be four digits' },
    example: '7100',
  })
  postcode!: string;
  @text({ max: 60, example: 'Vejle' }) town!: string;
}

/** "Havnegade 12, 1. tv, 7100 Vejle": the postcode is the last four digits that stand alone before a town. */
const ONE_LINE = /^(?<street>.{1,200}?)[\s,]+(?<postcode>\d{4})\s+(?<town>\D{1,100})$/u;

function readOneLine(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const found = ONE_LINE.exec(value.trim().slice(0, 400))?.groups;
  return found ? plainToInstance(AddressFields, { ...found }) : value;
}

export function position(presence: Presence = {}): FieldDecorator {
  return fieldDecorator(
    { schema: {}, example: () => exampleOf(PositionFields), checks: [isObject], nested: PositionFields },
    presence,
  );
}

/** `{street, postcode, town}`, or one line as people write it, "Havnegade 12, 7100 Vejle". */
export function address(presence: Presence = {}): FieldDecorator {
  const check = {
    ...isObject,
    name: 'address',
    text: {
      da: 'skal være {street, postcode, town} eller én linje som "Havnegade 12, 7100 Vejle"',
      en: 'must be {street, postcode, town} or one line like "Havnegade 12, 7100 Vejle"',
    },
  };
  return fieldDecorator(
    {
      schema: {},
      example: () => exampleOf(AddressFields),
      checks: [check],
      nested: AddressFields,
      oneLine: 'Havnegade 12, 7100 Vejle',
      normalise: readOneLine,
    },
    presence,
  );
}
