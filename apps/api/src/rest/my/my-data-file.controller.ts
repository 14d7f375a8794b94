import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Actor } from '#domain';
import { ShowMyData } from '#use-cases';
import { CurrentActor, Roles } from '../../http/roles.js';
import { toMyData, type MyDataResponse } from './my-data.responses.js';

/** What `/api/v1/my/data` answers, as a file to keep: the address stands on the page about oneself. */
@Controller('min-side/om-mig/fil')
export class MyDataFileController {
  constructor(private readonly showData: ShowMyData) {}

  @Get()
  @Roles('citizen')
  @ApiExcludeEndpoint()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="det-der-er-gemt-om-mig.json"')
  async file(@CurrentActor() actor: Actor): Promise<MyDataResponse> {
    return toMyData(await this.showData.execute(actor), actor);
  }
}
