import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.js';

/** What one file may be; what is longer is cut off and said to be so. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** A whole request with a file in it: beyond it nothing is read to the end, only to say that it was too much. */
const LARGEST_REQUEST = 4 * LARGEST_FILE;

const FORM_WITH_FILE = 'multipart/form-data';
/** Nobody believes the type either: the library that reads files looks at their first bytes. */
export const FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** Where files are taken, and nowhere else. */
const FORMS = /^\/kommune\/indlaes\/?(\?|$)/;
const INTERFACE = /^\/api\/v1\/imports\/?(\?|$)/;

/** A file that came with a request, as its bytes. */
export interface Upload {
  bytes: Buffer;
  /** As the sender's machine calls it; empty over the interface. */
  name: string;
  isTooLarge: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    upload?: Upload;
  }
}

/**
 * Files come in two ways: in a form, whose other fields are fields as in any form, and as the body of a call. In the body
 * the file stands as its digest, so that the same request is known again and the file itself is not kept.
 */
export async function readUploads(fastify: FastifyInstance): Promise<void> {
  fastify.decorateRequest('upload');
  fastify.addHook('onRequest', async (request) => refuseElsewhere(request));
  await fastify.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 2_000, fieldNameSize: 100, parts: 11 },
    async onFile(this: FastifyRequest, part) {
      const bytes = await part.toBuffer();
      this.upload = { bytes, name: part.filename, isTooLarge: part.file.truncated };
      // A form without a file sends one without a name.
      const value = part.filename === '' && bytes.length === 0 ? '' : digestOf(bytes);
      if (value === '') delete this.upload;
      Object.assign(part, { value });
    },
  });
  for (const type of FILE_TYPES)
    fastify.addContentTypeParser(
      type,
      { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
      async (request: FastifyRequest, body: string | Buffer) => {
        const bytes = Buffer.from(body);
        request.upload = { bytes, name: '', isTooLarge: false };
        return { file: digestOf(bytes) };
      },
    );
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function refuseElsewhere({ url, method, headers }: FastifyRequest): void {
  const type = headers['content-type']?.toLowerCase() ?? '';
  const isForm = type.includes(FORM_WITH_FILE);
  const isFile = FILE_TYPES.some((known) => type.includes(known));
  if (!isForm && !isFile) return;
  if (method !== 'POST' || !(isForm ? FORMS : INTERFACE).test(url)) throw new HttpProblem('media-type');
  if (Number(headers['content-length'] ?? 0) > LARGEST_REQUEST) throw new HttpProblem('too-large');
}

/** Whether the fields of a request are those of a form, with or without a file. */
export const isFormWithFile = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.toLowerCase().includes(FORM_WITH_FILE) ?? false;
