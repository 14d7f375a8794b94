import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Operation } from '../../http/operation.js';
import { HttpProblem } from '../../http/problem.js';
import { Public } from '../../http/roles.js';
import { ASSETS, icon, style } from './assets.js';

/** What the pages look like, from our own address: nothing a page shows comes from anybody else. */
@Controller(ASSETS)
@ApiTags('Sider')
export class AssetsController {
  @Get(':file')
  @Public()
  @ApiParam({ name: 'file', schema: { type: 'string', example: style.file } })
  @Operation({ summary: 'Sidernes udseende', produces: ['text/css', 'image/svg+xml'] })
  read(@Param('file') file: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const asset = [style, icon].find((one) => one.file === file);
    if (!asset) throw new HttpProblem('not-found');
    void reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable');
    return asset.content;
  }
}
