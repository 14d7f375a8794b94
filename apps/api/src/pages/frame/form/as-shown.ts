import type { ChoiceView, InputView, TextareaView } from './field-views.js';
import type { Typed } from './form-body.js';

type FieldView = InputView | TextareaView | ChoiceView;

/** What a browser sends of these fields when nobody touches one, by their names; the fields may stand at any depth. */
export function asShown(part: object): Typed {
  return Object.fromEntries(fieldsIn(part).map((field) => [field.name, sentOf(field)]));
}

function fieldsIn(part: unknown): FieldView[] {
  if (typeof part !== 'object' || part === null) return [];
  return isField(part) ? [part] : Object.values(part).flatMap(fieldsIn);
}

const isField = (part: object): part is FieldView => 'name' in part && 'describedBy' in part;

function sentOf(field: FieldView): string | string[] {
  if (!('options' in field)) return field.value;
  return field.options.filter(({ chosen }) => chosen).map(({ value }) => value);
}
