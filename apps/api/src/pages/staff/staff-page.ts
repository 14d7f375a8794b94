import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isStaff, type Actor } from '#domain';
import { Roles, STAFF, type KnownRequest } from '../../http/roles.js';
import { Page } from '../frame/html-page.js';

/** A page for everybody who works at the municipality. In Danish only: see docs/adr/0019-the-desk.md. */
export const StaffPage = (): MethodDecorator => applyDecorators(Roles(...STAFF), Page());

/** A page for its leaders. */
export const LeaderPage = (): MethodDecorator => applyDecorators(Roles('leader'), Page());

/** Who of the municipality looks at a page. */
export interface Visit {
  actor: Actor & { staffId: string };
}

/** What stands behind the question mark of an address: whatever somebody wrote there. */
export type Asked = Record<string, unknown>;

/** `@StaffVisit() visit: Visit`. Only where the guard has let nobody but staff in. */
export const StaffVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const { actor } = context.switchToHttp().getRequest<KnownRequest>();
  if (!actor || !isStaff(actor)) throw new Error('@StaffVisit() stands on a route for others than staff');
  return { actor };
});
