import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { DomainError } from '#domain';

/** 22 characters of base64url and the ending that calendar programs expect. */
const FORM = /^[\w-]{22}\.ics$/;
const EXAMPLE = 'Zk3vQ0tPq8mYw1sXn5bR2g.ics';

const pipe = {
  transform(name: string): string {
    if (!FORM.test(name)) throw new DomainError('link.not-found');
    return name.slice(0, -'.ics'.length);
  },
};

/** The token of a feed, in the path. */
export const FeedToken = (): ParameterDecorator => (target, key, index) => {
  Param('token', pipe)(target, key, index);
  const method = Object.getOwnPropertyDescriptor(target, key!)!;
  const schema = { type: 'string' as const, pattern: FORM.source, example: EXAMPLE };
  ApiParam({ name: 'token', schema })(target, key!, method);
};
