import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CrashPoints } from '#configuration';

/** Dies when what a POST did is committed and the caller does not know it yet (P6). */
export function dieBeforeAnswer(app: NestFastifyApplication, points: CrashPoints): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (request.method === 'POST' && reply.statusCode < 300) points.reach('api.before-answer');
    });
}
