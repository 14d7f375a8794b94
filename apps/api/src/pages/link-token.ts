import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { DomainError } from '#domain';

/** 22 characters of base64url; what has another form is answered as one that leads nowhere. */
const FORM = /^[\w-]{22}$/;
const EXAMPLE = 'Zk3vQ0tPq8mYw1sXn5bR2g';

const pipe = {
  transform(token: string): string {
    if (!FORM.test(token)) throw new DomainError('link.not-found');
    return token;
  },
};

/** Whether a path is one that messages lead to: the page belongs to whoever holds the link, signed in or not. */
export const isOfLink = (path: string): boolean => /^\/[oev]\//.test(path);

/** The token of a link, in the path. */
export const Token = (): ParameterDecorator => (target, key, index) => {
  Param('token', pipe)(target, key, index);
  const method = Object.getOwnPropertyDescriptor(target, key!)!;
  const schema = { type: 'string' as const, pattern: FORM.source, example: EXAMPLE };
  ApiParam({ name: 'token', schema })(target, key!, method);
};
