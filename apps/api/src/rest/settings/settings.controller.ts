import { Body, Get, Patch } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeSettings, SettingsDesk, type SettingsFile } from '#use-cases';
import { instant, listOf, nested, text } from '../../http/fields/index.js';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { ChangeSettingsBody, SettingsBody } from './settings.requests.js';

class SettingChangeResponse {
  @text({ example: 'caseloadTarget' }) field!: string;
  @text({ nullable: true, example: '35' }) before!: string | null;
  @text({ nullable: true, example: '30' }) after!: string | null;
  @text({ nullable: true, example: 'Birgitte Lund' }) by!: string | null;
  @instant() at!: string;
}

class SettingsResponse {
  @nested(SettingsBody) values!: SettingsBody;
  @nested(SettingsBody, { description: 'Hvad der gælder, hvor kommunen intet har sagt.' })
  standard!: SettingsBody;
  @listOf(SettingChangeResponse, { description: 'Hvem der har ændret hvad, det nyeste først.' })
  changes!: SettingChangeResponse[];
}

@Area('settings', 'Indstillinger')
export class SettingsController {
  constructor(
    private readonly desk: SettingsDesk,
    private readonly changing: ChangeSettings,
  ) {}

  @Get()
  @Roles('leader')
  @Operation({
    summary: 'Kommunens indstillinger, standarden og hvem der har ændret hvad',
    answer: SettingsResponse,
  })
  async show(@CurrentActor() actor: Actor): Promise<SettingsResponse> {
    return toSettings(await this.desk.show(actor));
  }

  @Patch()
  @Roles('leader')
  @Operation({
    summary: 'Ret indstillinger; det, der ikke kommer med, bliver',
    answer: SettingsResponse,
    problems: ['settings.out-of-range', 'settings.limits-crossed'],
  })
  async change(@Body() body: ChangeSettingsBody, @CurrentActor() actor: Actor): Promise<SettingsResponse> {
    await this.changing.execute({ ...body }, actor);
    return toSettings(await this.desk.show(actor));
  }
}

const worded = (value: string | number | boolean | null): string | null =>
  value === null ? null : String(value);

const toSettings = ({ values, standard, changes }: SettingsFile): SettingsResponse => ({
  values: { ...values },
  standard: { ...standard },
  changes: changes.map(({ field, before, after, by, at }) => ({
    field,
    before: worded(before.value),
    after: worded(after.value),
    by,
    at: isoOrNull(at)!,
  })),
});
