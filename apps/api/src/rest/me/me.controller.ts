import { Get } from '@nestjs/common';
import type { Actor } from '#domain';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, KEY_HOLDERS, Roles } from '../../http/roles.js';
import { MeResponse, toMe } from './me.responses.js';

@Area('me', 'Mig')
export class MeController {
  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Hvem nøglen tilhører', answer: MeResponse })
  me(@CurrentActor() actor: Actor): MeResponse {
    return toMe(actor);
  }
}
