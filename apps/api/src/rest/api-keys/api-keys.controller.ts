import { Body, Delete, Get, Post, Req } from '@nestjs/common';
import type { Actor } from '#domain';
import { ApiKeyRecords, MakeApiKey, RevokeApiKey } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { AnswersSecret } from '../../http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { wishId } from '../../http/wish-id.js';
import { PostApiKeyBody } from './api-keys.requests.js';
import { ApiKeyResponse, MadeApiKeyResponse, toApiKey } from './api-keys.responses.js';

@Area('api-keys', 'Nøgler')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeyRecords,
    private readonly makeKey: MakeApiKey,
    private readonly revokeKey: RevokeApiKey,
  ) {}

  @Get()
  @Roles('leader')
  @Operation({ summary: 'Kommunens nøgler, de nyeste først', answer: Listed(ApiKeyResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: ApiKeyResponse[] }> {
    return { items: (await this.keys.list(actor)).map(toApiKey) };
  }

  @Post()
  @Roles('leader')
  @AnswersSecret()
  @Operation({
    summary: 'Lav en nøgle',
    description:
      'Kun en leder, der er logget ind, kan lave den. En nøgle handler som én medarbejder, ét firma eller kommunens eget system. Samme Idempotency-Key igen laver ikke en ny, men viser heller ikke nøglen igen.',
    answer: MadeApiKeyResponse,
    status: 201,
    problems: [
      'api-key.needs-person',
      'api-key.holder-invalid',
      'api-key.ends-too-soon',
      'staff.not-found',
      'company.not-found',
    ],
  })
  async post(
    @Body() body: PostApiKeyBody,
    @CurrentActor() actor: Actor,
    @Req() { headers }: FastifyRequest,
  ): Promise<MadeApiKeyResponse> {
    const wish = wishId(actor, headers['idempotency-key']);
    const { apiKey, key } = await this.makeKey.execute(body, actor, wish);
    const record = (await this.keys.list(actor)).find((one) => one.apiKey.id === apiKey.id)!;
    return { ...toApiKey(record), key };
  }

  @Delete(':id')
  @Roles('leader')
  @Operation({
    summary: 'Tilbagekald en nøgle',
    description: 'Den virker ikke mere efter højst tre sekunder.',
    problems: ['api-key.not-found'],
  })
  async revoke(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.revokeKey.execute(id, actor);
  }
}
