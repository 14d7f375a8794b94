import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CrashPoints } from '#configuration';

/** Dies when what a POST did is committed and the caller does not know it yet (P6); one that is repeated did nothing. */
export function dieBeforeAnswer(app: NestFastifyApplication, points: CrashPoints): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      const isDone = request.method === 'POST' && reply.statusCode < 300;
      if (isDone && !reply.hasHeader('idempotency-replayed')) await points.reach('api.before-answer');
    });
}
