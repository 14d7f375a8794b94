import { Post } from '@nestjs/common';
import { isoWithOffset, type Actor } from '#domain';
import { MakeCodeForCitizen } from '#use-cases';
import { code, instant } from '../../http/fields/index.js';
import { AnswersSecret } from '../../http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';

export class CitizenCodeResponse {
  @code({
    pattern: /^\d{6}$/,
    form: { da: 'seks cifre', en: 'six digits' },
    example: '204816',
    description: 'Til at læse højt. Borgeren skriver den sammen med sit nummer eller sin e-mail.',
  })
  code!: string;
  @instant() expiresAt!: string;
}

@Area('citizens/:id/code', 'Borgere')
export class CitizenCodesController {
  constructor(private readonly makeCode: MakeCodeForCitizen) {}

  @Post()
  @Roles(...STAFF)
  @AnswersSecret()
  @Operation({
    summary: 'Lav en kode, som borgeren kan logge ind med',
    description:
      'Til den, der deler telefon. Gælder i 30 minutter og en gang, og står i adgangsloggen. Kun for en person, der er logget ind: en nøgle får 403.',
    answer: CitizenCodeResponse,
    status: 201,
    problems: ['citizen.not-found', 'citizen.no-sign-in-address', 'not-allowed', 'access-log.unavailable'],
  })
  async post(@Id() id: string, @CurrentActor() actor: Actor): Promise<CitizenCodeResponse> {
    const made = await this.makeCode.execute(id, actor);
    return { code: made.code, expiresAt: isoWithOffset(made.expiresAt) };
  }
}
