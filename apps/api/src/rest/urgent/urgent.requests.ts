import { deskScopes, urgentKinds, type DeskScope, type UrgentKind } from '#domain';
import { int, oneOf } from '../../http/fields/index.js';

export class UrgentQuery {
  @oneOf(deskScopes, {
    optional: true,
    description: 'Mine (med det, ingen har), teamets eller hele kommunens.',
  })
  scope?: DeskScope;
  @oneOf(urgentKinds, { optional: true }) kind?: UrgentKind;
  @int({ min: 1, max: 400, optional: true, example: 50 }) limit?: number;
}
