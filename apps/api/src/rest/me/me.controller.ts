import { Get } from '@nestjs/common';
import { roles, type Actor } from '#domain';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { MeResponse, toMe } from './me.responses.js';

@Area('me', 'Mig')
export class MeController {
  @Get()
  @Roles(...roles)
  @Operation({ summary: 'Hvem nøglen tilhører, eller hvem der har logget ind', answer: MeResponse })
  me(@CurrentActor() actor: Actor): MeResponse {
    return toMe(actor);
  }
}
