import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { ShapeError } from './shape-error.js';

/** A month of the years the product knows. */
export const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
const EXAMPLE = '2026-11';
const FORM = { da: 'skal være en måned som 2026-11', en: 'must be a month like 2026-11' };

const pipe = {
  transform(month: string): string {
    if (!MONTH.test(month)) throw new ShapeError([{ path: 'month', text: FORM }]);
    return month;
  },
};

/** A month in the path: `@Month() month: string`. */
export const Month = (): ParameterDecorator => (target, key, index) => {
  Param('month', pipe)(target, key, index);
  const method = Object.getOwnPropertyDescriptor(target, key!)!;
  ApiParam({ name: 'month', schema: { type: 'string', pattern: MONTH.source, example: EXAMPLE } })(
    target,
    key!,
    method,
  );
};
