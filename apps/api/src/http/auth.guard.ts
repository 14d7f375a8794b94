import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '#domain';
import { ACTOR_SOURCES, type ActorSource } from './actor-source.js';
import { HttpProblem } from './problem.js';
import { ACCESS, type Access, type KnownRequest } from './roles.js';

/** Who calls, and whether that role may. A route that says nothing is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTOR_SOURCES) private readonly sources: readonly ActorSource[],
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<KnownRequest>();
    request.actor = await this.identify(request);
    if (!(access ?? []).some((role) => role === request.actor?.role)) throw new HttpProblem('forbidden');
    return true;
  }

  private async identify(request: KnownRequest): Promise<Actor> {
    for (const source of this.sources) {
      const actor = await source.find(request);
      if (actor) return actor;
    }
    throw new HttpProblem('unauthorized', {}, { 'www-authenticate': 'Bearer realm="fodfaeste"' });
  }
}
