import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { HttpProblem } from '../../../http/problem.js';
import { Roles, STAFF } from '../../../http/roles.js';
import { hashOfSession } from '../../../http/session/session-store.js';
import { StaffVisit, type Visit } from '../staff-page.js';
import { DeskStreams } from './desk-streams.js';

/** Tells an open page of the desk that something has changed, within a second of the commit. */
@Controller('kommune/stroem')
export class StreamController {
  constructor(private readonly streams: DeskStreams) {}

  /** For browsers: a key has no session that could end. */
  @Sse()
  @Roles(...STAFF)
  @ApiExcludeEndpoint()
  open(
    @Req() { visitor, session }: FastifyRequest,
    @StaffVisit() { actor }: Visit,
  ): Observable<MessageEvent> {
    if (!visitor?.bySession) throw new HttpProblem('bad-request');
    return this.streams.open(hashOfSession(session.sessionId), actor.municipalityId);
  }
}
