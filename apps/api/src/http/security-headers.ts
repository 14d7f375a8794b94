import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const ONE_YEAR = 31_536_000;

/**
 * Pages are HTML with our own style sheet and one script of ours, which the nonce of the answer lets run: nothing
 * else may load, run, frame or be posted to. Helmet adds the nonce to script-src.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: [],
    connectSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

export async function setSecurityHeaders(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy,
    enableCSPNonces: true,
    // Only where the address people use is https: elsewhere it would lock them out of the host.
    strictTransportSecurity: publicUrl.startsWith('https://')
      ? { maxAge: ONE_YEAR, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  // Answers are about people: neither a browser nor a proxy keeps them, unless a route says it may.
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
