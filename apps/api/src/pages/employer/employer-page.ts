import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Language } from '#domain';
import { Roles, type KnownRequest } from '../../http/roles.js';
import type { Visitor } from '../../http/visitor.js';
import { Page } from '../frame/html-page.js';

/** A page for the people of a company. */
export const EmployerPage = (): MethodDecorator => applyDecorators(Roles('employer'), Page());

/** Who of a company looks at a page, and how it is to speak. */
export interface CompanyVisit {
  actor: Actor;
  companyId: string;
  language: Language;
  /** The one person to call. */
  contact: Visitor['contact'];
}

/** Only where the guard has let nobody but employers in. */
export const Visit = createParamDecorator((_: unknown, context: ExecutionContext): CompanyVisit => {
  const { actor, visitor } = context.switchToHttp().getRequest<KnownRequest>();
  if (!actor?.companyId || !visitor) throw new Error('@Visit() stands on a route for others than companies');
  return { actor, companyId: actor.companyId, language: visitor.language, contact: visitor.contact };
});
