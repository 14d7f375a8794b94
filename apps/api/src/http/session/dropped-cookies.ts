import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const SOON_MS = 5_000;
const MOST = 500;

/**
 * Demo only. A browser that takes no Secure cookie over http would be sent from the sign-in to the sign-in for ever:
 * whoever has just signed in with a click, and a moment later has no session, is told why.
 */
@Injectable()
export class DroppedCookies {
  private readonly signedIn = new Map<string, number>();

  note(request: FastifyRequest): void {
    const [oldest] = this.signedIn.keys();
    if (this.signedIn.size >= MOST && oldest !== undefined) this.signedIn.delete(oldest);
    this.signedIn.set(callerOf(request), Date.now());
  }

  isLikely(request: FastifyRequest): boolean {
    // All ours are alike: a browser that kept one keeps them, and this one has only lost its session.
    if (Object.keys(request.cookies).length > 0) return false;
    return Date.now() - (this.signedIn.get(callerOf(request)) ?? 0) < SOON_MS;
  }
}

const callerOf = ({ ip, headers }: FastifyRequest): string => `${ip} ${headers['user-agent'] ?? ''}`;
