import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refuseUnsafe } from '../../../http/safe-values.js';

/** What was typed, as it was typed: one text for each field, several where a name came several times. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** The fields of a form without its marks (`_csrf`, `_once`). */
export const FormBody = createParamDecorator((_: unknown, context: ExecutionContext): Typed => {
  const body = context.switchToHttp().getRequest<FastifyRequest>().body ?? {};
  refuseUnsafe(body);
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) =>
      Array.isArray(value) ? value.every(isText) : isText(value),
    ) as [string, string | string[]][],
  );
});

const isText = (value: unknown): boolean => typeof value === 'string';

/** One text of a field; empty when it did not come. */
export function typedText(typed: Typed, name: string): string {
  const value = typed[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? '';
}

/** All texts of a field, as those of check boxes with one name. */
export const typedTexts = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat();
