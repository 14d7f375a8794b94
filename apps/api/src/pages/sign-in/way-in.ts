import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { citizenDoor, companyDoor, type Step } from './code-sign-in.js';

/** Through which of the two doors somebody comes, by the route. */
export const WayIn = createParamDecorator((_: unknown, context: ExecutionContext): Omit<Step, 'typed'> => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const isCitizen = request.routeOptions.url?.startsWith(citizenDoor.base);
  return { door: isCitizen ? citizenDoor : companyDoor, request, reply: http.getResponse<FastifyReply>() };
});
