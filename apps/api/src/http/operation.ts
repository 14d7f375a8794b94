import { applyDecorators, Controller, HttpCode, Param } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { ErrorCode } from '#domain';
import type { Class } from './fields/index.js';
import type { Check } from './fields/field.js';
import { EXAMPLE_ID, isSlug, isUuid } from './fields/words.js';
import type { HttpCode as HttpProblemCode } from './problem.js';
import { documentAnswer, documentRequest } from './openapi/documented-classes.js';
import { ShapeError } from './shape-error.js';

type Places = Record<string, { index: number }>;

export interface OperationOptions {
  /** One line, Danish: what happens. */
  summary: string;
  /** Danish: what one must know before calling. */
  description?: string;
  /** The class of the answer; none means 204 with no body. `Paged(X)` and `Listed(X)` for lists. */
  answer?: Class;
  /** 201 for what creates. Default 200, and 204 without an answer. */
  status?: number;
  /** The refusals of the domain that a caller must be ready for; each stands in the document with its text. */
  problems?: readonly (ErrorCode | HttpProblemCode)[];
  /** For answers that are not JSON, as `text/csv`; with an `answer` beside it, the caller chooses. */
  produces?: readonly string[];
}

/** What a route does and answers, for Nest and for the document at once. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { summary, description, answer, problems = [], produces } = options;
  const status = options.status ?? (answer || produces ? 200 : 204);
  const files =
    produces && Object.fromEntries(produces.map((type) => [type, { schema: { type: 'string' as const } }]));
  const either = files !== undefined && answer !== undefined;
  const content = either
    ? { 'application/json': { schema: { $ref: getSchemaPath(answer) } }, ...files }
    : files;
  return applyDecorators(
    noteClasses(answer),
    ...(either ? [ApiExtraModels(answer)] : []),
    HttpCode(status),
    ApiOperation({ summary, ...(description && { description }) }),
    ApiExtension('x-problems', [...problems]),
    ApiResponse({
      status,
      description: summary,
      ...(answer && !either && { type: answer }),
      ...(content && { content }),
    }),
  );
}

/** Parameter decorators run before those of the method, so what the body is typed as is known here. */
const noteClasses =
  (answer: Class | undefined): MethodDecorator =>
  (target, key) => {
    const types = (Reflect.getMetadata('design:paramtypes', target, key) ?? []) as unknown[];
    const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, key) ?? {}) as Places;
    for (const [kind, { index }] of Object.entries(places)) {
      if (kind.startsWith(`${RouteParamtypes.BODY}:`)) documentRequest(types[index]);
    }
    if (answer) documentAnswer(answer);
  };

/** A controller of the JSON interface: its place under /api/v1 and its heading in the document. */
export const Area = (path: string, heading: string): ClassDecorator =>
  applyDecorators(Controller(path === '' ? 'api/v1' : `api/v1/${path}`), ApiTags(heading));

/** The id in the path: `@Id() id: string`, or `@Id('shiftId')`. Anything but a UUID is 400. */
export const Id = (name = 'id'): ParameterDecorator =>
  pathParameter(name, isUuid, { type: 'string', format: 'uuid' }, EXAMPLE_ID, (value) => value.toLowerCase());

/** A short name in the path, as that of a ladder: `@Name('name') name: string`. */
export const Name = (name: string, example: string): ParameterDecorator =>
  pathParameter(name, isSlug, { type: 'string' }, example, (value) => value);

function pathParameter(
  name: string,
  check: Check,
  schema: { type: 'string'; format?: string },
  example: string,
  read: (value: string) => string,
): ParameterDecorator {
  const pipe = {
    transform(value: string): string {
      if (!check.test(value)) throw new ShapeError([{ path: name, text: check.text }]);
      return read(value);
    },
  };
  return (target, key, index) => {
    Param(name, pipe)(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key!)!;
    // Beside a schema swagger drops the example; within it, it is found again (openapi/operations.ts).
    ApiParam({ name, schema: { ...schema, example } })(target, key!, method);
  };
}
