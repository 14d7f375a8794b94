import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { IdentityProvider } from '#domain';
import { IdentityProviders } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../http/roles.js';
import { SignInDesk } from '../../http/session/sign-in-desk.js';
import { startPageOf } from '../../http/session/start-pages.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { signInWords } from '../words/sign-in.js';
import { OidcSignIn } from './oidc/oidc-sign-in.js';
import { signedOutPage } from './views.js';

const GOODBYE = '/log-ud/farvel';

/**
 * Ends the session here at once, and then the provider's. Needs no token: a stranger's page cannot send the cookie,
 * and somebody whose session is over already must not be told off.
 */
@Controller('log-ud')
export class SignOutController {
  constructor(
    private readonly desk: SignInDesk,
    private readonly providers: IdentityProviders,
    private readonly oidc: OidcSignIn,
  ) {}

  @Post()
  @Public()
  @Page()
  async end(@Req() request: FastifyRequest): Promise<SeeOther> {
    const { account, method } = request.session;
    await this.desk.end(request);
    const provider = account && method === 'oidc' ? await this.providerOf(account) : undefined;
    return seeOther(provider ? `${GOODBYE}?udbyder=${provider.id}` : GOODBYE);
  }

  /**
   * Goes on to the provider by itself, from here and not from the form: our policy lets forms lead to our own pages
   * only. The link is for browsers that do not.
   */
  @Get('farvel')
  @Public()
  @Page()
  async goodbye(
    @Req() { visitor }: FastifyRequest,
    @Query('udbyder') id: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther | ShownPage> {
    if (visitor?.bySession && visitor.actor) return seeOther(startPageOf(visitor.actor.role));
    const w = signInWords[visitor?.language ?? 'da'];
    const provider = typeof id === 'string' ? await this.providers.find(id) : undefined;
    // A provider that is away keeps nobody signed in here.
    const href = provider && (await this.oidc.endSession(provider, GOODBYE).catch(() => undefined));
    if (href) void reply.header('refresh', `0; url=${href}`);
    return signedOutPage({
      title: w.outTab,
      heading: w.outHeading,
      text: w.outText,
      provider: href ? { href, label: w.outProvider } : null,
      again: w.inAgain,
    });
  }

  private async providerOf(account: {
    kind: string;
    municipalityId: string;
  }): Promise<IdentityProvider | undefined> {
    const audience = account.kind === 'staff' ? 'staff' : 'company-user';
    const all = await this.providers.list(audience);
    return all.find(({ municipalityId }) => municipalityId === account.municipalityId);
  }
}
