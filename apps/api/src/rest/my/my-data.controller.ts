import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ShowMyData, WishCorrection } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { MyDataResponse, toMyData } from './my-data.responses.js';
import { CorrectionBody } from './my.requests.js';

@Area('my', 'Min side')
export class MyDataController {
  constructor(
    private readonly showData: ShowMyData,
    private readonly wishCorrection: WishCorrection,
  ) {}

  @Get('data')
  @Roles('citizen')
  @Operation({
    summary: 'Alt, der er gemt om mig, og hvem der har set det',
    description: 'Cpr-nummeret læses aldrig op. Opslaget skrives selv i loggen.',
    answer: MyDataResponse,
    problems: ['access-log.unavailable'],
  })
  async data(@CurrentActor() actor: Actor): Promise<MyDataResponse> {
    return toMyData(await this.showData.execute(actor), actor);
  }

  @Post('corrections')
  @Roles('citizen')
  @Operation({
    summary: 'Det er forkert',
    description: 'Bliver en opgave for kontaktpersonen. Det samme to gange er én opgave.',
    problems: ['access-log.unavailable'],
  })
  async wrong(@Body() { about, words }: CorrectionBody, @CurrentActor() actor: Actor): Promise<void> {
    await this.wishCorrection.execute({ about, words }, actor);
  }
}
