import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { roles, type Actor, type Role } from '#domain';
import type { FastifyRequest } from 'fastify';

export const ACCESS = 'fodfaeste:access';

/** On a public route that takes a form of ours: the sign-in itself must not be made to happen by another site. */
export const WITH_TOKEN = 'fodfaeste:with-token';
export const FormToken = (): MethodDecorator => SetMetadata(WITH_TOKEN, true);

/** Who may call a route: anybody, or holders of these roles. A route that says neither stops the start-up. */
export type Access = 'public' | readonly Role[];

/** A request after the guard; `actor` is absent on public routes. */
export type KnownRequest = FastifyRequest & { actor?: Actor };

/** The staff of a municipality. */
export const STAFF = ['consultant', 'leader'] as const;
/** Everybody who can hold a key. */
export const KEY_HOLDERS = roles.filter((role) => role !== 'citizen');

/** Opens a route to these roles and no others. */
export const Roles = (...allowed: readonly Role[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, allowed),
    ApiExtension('x-roles', [...allowed]),
    ApiSecurity('key'),
    ApiSecurity('session'),
  );

/** Opens a route to anybody: it must protect itself, by a signature, by a token, or by telling nothing. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'public'), ApiExtension('x-roles', ['public']));

/** Who calls. Only on routes with `@Roles`, where the guard has found out. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<KnownRequest>();
  if (!actor) throw new Error('@CurrentActor() stands on a route without @Roles(...)');
  return actor;
});
