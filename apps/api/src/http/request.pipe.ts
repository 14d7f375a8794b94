import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { fieldsOf, type Class } from './fields/field.js';
import { readQuery, readRequest } from './read-request.js';
import { refuseUnsafe } from './safe-values.js';

/**
 * Reads every `@Body()` and `@Query()` that is typed as a class of fields. A body that is absent is an empty
 * object: an action without required fields can be called with nothing, and the others name what is missing.
 */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || data !== undefined) return value;
    refuseUnsafe(value);
    if (!metatype || !isOfFields(metatype as Class)) return value;
    return type === 'query'
      ? readQuery(metatype as Class, { ...(value as object) })
      : readRequest(metatype as Class, value ?? {});
  }
}

const isOfFields = (type: Class): boolean => typeof type === 'function' && fieldsOf(type).length > 0;
