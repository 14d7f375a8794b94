import { exampleOf, fieldsOf } from '../fields/index.js';
import type { DocumentedClass } from './documented-classes.js';
import { problemResponses, type Code } from './problem-responses.js';

interface Media {
  schema?: { $ref?: string };
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Record<string, unknown>;
}

export interface OperationObject {
  summary?: string;
  description?: string;
  tags?: string[];
  operationId?: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, { description?: string; content?: Record<string, Media> }>;
  'x-roles'?: string[];
  'x-problems'?: Code[];
  'x-calculates'?: boolean;
}

/** Adds to an operation what follows from its route: examples, the repeat key, and every way it can be refused. */
export function completeOperation(
  method: string,
  operation: OperationObject,
  classes: ReadonlyMap<string, DocumentedClass>,
): void {
  const guarded = !operation['x-roles']?.includes('public');
  operation.parameters = (operation.parameters ?? []).map(tidyParameter);
  addExamples(operation, classes);
  const codes = [...reasonsToRefuse(method, operation, guarded), ...(operation['x-problems'] ?? [])];
  if (guarded && method === 'post')
    operation.parameters.push({ $ref: '#/components/parameters/IdempotencyKey' });
  operation.responses = {
    ...operation.responses,
    ...(problemResponses(codes) as OperationObject['responses']),
  };
}

function reasonsToRefuse(
  method: string,
  { parameters = [], requestBody, 'x-calculates': calculates }: OperationObject,
  guarded: boolean,
): Code[] {
  const inPath = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
  return [
    ...(parameters.length > 0 || requestBody ? (['shape'] as const) : []),
    ...(requestBody ? (['malformed-json', 'too-large', 'media-type'] as const) : []),
    ...(guarded ? (['unauthorized', 'forbidden'] as const) : []),
    ...(inPath ? (['not-found'] as const) : []),
    ...(guarded && method === 'post' ? (['idempotency.key-invalid'] as const) : []),
    ...(guarded && method === 'post' && !calculates
      ? (['idempotency.still-running', 'idempotency.key-reused'] as const)
      : []),
    'too-many-requests',
    'internal',
    'unavailable',
  ];
}

function addExamples(
  { requestBody, responses }: OperationObject,
  classes: ReadonlyMap<string, DocumentedClass>,
): void {
  const medias = [requestBody, ...Object.values(responses)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  );
  for (const media of medias) {
    const known = classes.get(media.schema?.$ref?.split('/').at(-1) ?? '');
    if (known) media.example = exampleOf(known.type);
  }
  const body = classes.get(requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1) ?? '');
  // A body without required fields may be left out altogether.
  if (body && requestBody) requestBody.required = requiresSomething(body);
}

const requiresSomething = ({ type }: DocumentedClass): boolean =>
  fieldsOf(type).some(({ presence }) => !presence.optional);

/** The example of a parameter stands on the parameter only; nothing is nullable in an address. */
function tidyParameter(parameter: Parameter | { $ref: string }): Parameter | { $ref: string } {
  if (!('schema' in parameter) || !parameter.schema) return parameter;
  const { example, nullable: _, ...schema } = parameter.schema;
  return { ...parameter, schema, example: parameter.example ?? example };
}
