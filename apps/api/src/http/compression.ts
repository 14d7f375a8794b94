import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const ONE_PACKET = 1_400;

/**
 * Pages are sent compressed; what the interface answers is mostly small and is left alone. A form's token is made
 * anew for every answer (session/form-tokens.ts), so its length tells nothing to who can measure (BREACH).
 */
export async function compressPages(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    globalDecompression: false,
    threshold: ONE_PACKET,
    encodings: ['br', 'gzip'],
    customTypes: /^text\/html/,
  });
}
