import type { Actor } from '#domain';
import type { FastifyRequest } from 'fastify';

/** One way of showing who one is: a key, a session. Undefined when the request does not use this way. */
export abstract class ActorSource {
  abstract find(request: FastifyRequest): Promise<Actor | undefined>;
}

/** The ways this installation knows, asked in order; the token of an array of ActorSource. */
export const ACTOR_SOURCES = Symbol('actor sources');
