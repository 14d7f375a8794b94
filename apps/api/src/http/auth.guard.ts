import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '#domain';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../config.js';
import { ACTOR_SOURCES, type ActorSource } from './actor-source.js';
import { HttpProblem } from './problem.js';
import { ACCESS, WITH_TOKEN, type Access, type KnownRequest } from './roles.js';
import { changesState, refuseForeignSites } from './session/fetch-metadata.js';
import { FormDesk } from './session/form-desk.js';
import { dropTokenField, FormTokens } from './session/form-tokens.js';

/** Who calls, and whether that role may. A route that says nothing is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTOR_SOURCES) private readonly sources: readonly ActorSource[],
    private readonly tokens: FormTokens,
    private readonly forms: FormDesk,
    private readonly config: ApiConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access = this.reflector.get<Access | undefined>(ACCESS, handler);
    const request = context.switchToHttp().getRequest<KnownRequest>();
    // A browser adds a cookie by itself, a key it does not: whoever sends one means to.
    const mayBeTricked = request.headers.authorization === undefined;
    if (mayBeTricked) refuseForeignSites(request, this.config.PUBLIC_URL);
    if (access === 'public') {
      if (mayBeTricked && this.reflector.get<true | undefined>(WITH_TOKEN, handler))
        await this.requireToken(request, null);
      if (mayBeTricked) dropTokenField(request);
      return true;
    }
    const actor = await this.identify(request);
    if (!actor) throw await this.unknown(request, context.switchToHttp().getResponse<FastifyReply>());
    request.actor = actor;
    if (request.visitor) request.visitor.actor = actor;
    if (!(access ?? []).some((role) => role === actor.role)) throw new HttpProblem('forbidden');
    if (request.visitor?.bySession && changesState(request)) await this.requireToken(request, actor);
    if (mayBeTricked) dropTokenField(request);
    return true;
  }

  private async identify(request: KnownRequest): Promise<Actor | undefined> {
    for (const source of this.sources) {
      const actor = await source.find(request);
      if (actor) return actor;
    }
    return undefined;
  }

  /** Of a form for somebody signed in, the token must be that person's; of a public one, this browser's. */
  private async requireToken(request: KnownRequest, actor: Actor | null): Promise<void> {
    const mark = await this.tokens.readMark(request.server, request);
    const isRight = mark !== undefined && (actor === null || mark === this.tokens.markOf(actor));
    if (isRight) return;
    // Every page with a form sets one: who has none at all keeps none.
    throw new HttpProblem(request.headers.cookie === undefined ? 'no-cookies' : 'form-too-old');
  }

  /** A person is sent to sign in, and what was written is not lost; a machine is told. */
  private async unknown(request: KnownRequest, reply: FastifyReply): Promise<HttpProblem> {
    const isPage = !request.url.startsWith('/api/');
    if (!isPage || request.headers.authorization !== undefined)
      return new HttpProblem('unauthorized', {}, { 'www-authenticate': 'Bearer realm="fodfaeste"' });
    const isKept = changesState(request) && (await this.forms.keep(request, reply));
    const next = isKept ? '/log-ind/gemt' : request.url;
    return new HttpProblem('sign-in-needed', {}, { location: `/log-ind?til=${encodeURIComponent(next)}` });
  }
}
