import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '../../http/operation.js';
import { HttpProblem } from '../../http/problem.js';
import { Public } from '../../http/roles.js';
import { assetNamed, ASSETS, style, type Asset } from './assets.js';

/** What the pages look like, from our own address: nothing a page shows comes from anybody else. */
@Controller(ASSETS)
@ApiTags('Sider')
export class AssetsController {
  @Get(':file')
  @Public()
  @ApiParam({ name: 'file', schema: { type: 'string', example: style.file } })
  @Operation({
    summary: 'Sidernes udseende',
    produces: ['text/css', 'text/javascript', 'image/svg+xml', 'font/woff2'],
  })
  read(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const asset = assetNamed(file);
    if (!asset) throw new HttpProblem('not-found');
    const [encoding, content] = bestFor(request.headers['accept-encoding'] ?? '', asset);
    if (encoding !== '') void reply.header('content-encoding', encoding);
    void reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    return content;
  }
}

function bestFor(accepted: string, asset: Asset): [string, Buffer] {
  if (/\bbr\b/.test(accepted) && asset.brotli) return ['br', asset.brotli];
  if (/\bgzip\b/.test(accepted) && asset.gzip) return ['gzip', asset.gzip];
  return ['', asset.content];
}
