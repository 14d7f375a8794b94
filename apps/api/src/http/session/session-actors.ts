import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain';
import type { FastifyRequest } from 'fastify';
import { ActorSource } from '../actor-source.js';

/** People who have signed in: found out by the hook that knows visitors. */
@Injectable()
export class SessionActors extends ActorSource {
  async find({ visitor }: FastifyRequest): Promise<Actor | undefined> {
    return visitor?.bySession ? (visitor.actor ?? undefined) : undefined;
  }
}
