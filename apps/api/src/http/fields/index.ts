/**
 * One family of decorators for the fields of requests and answers. Each sets class-validator's rule,
 * class-transformer's type, the schema and the example of the OpenAPI document, so that they never drift:
 *
 *     class PostVisitBody {
 *       @localDate() on!: string;
 *       @listOf(ObservationBody, { max: 50 }) observations!: ObservationBody[];
 *       @text({ max: 2000, multiline: true, optional: true, example: 'Ring først' }) note?: string;
 *     }
 *
 * A field is required and never null unless it says `optional` or `nullable`; unknown fields are refused.
 */
export * from './amounts.js';
export { anyObject, list, listOf, nested } from './composites.js';
export { exampleOf } from './example.js';
export { fieldsOf, type Class, type FieldDecorator, type Presence } from './field.js';
export { partialOf, pickOf } from './partial.js';
export { AddressFields, PositionFields, address, position } from './places.js';
export { email, phone } from './reachable.js';
export { duration, instant, localDate, localTime } from './times.js';
export { EXAMPLE_ID, code, oneOf, slug, text, uuid } from './words.js';
