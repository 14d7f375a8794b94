import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { IdentityProvider, Language } from '#domain';
import { IdentityProviders, SignInEmployer, SignInStaff, type ProviderOutcome } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../../../http/problem.js';
import { Public } from '../../../http/roles.js';
import { SignInDesk } from '../../../http/session/sign-in-desk.js';
import { logSignIn } from '../../../http/session/sign-in-log.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { signInWords } from '../../words/sign-in.js';
import { ownPath } from '#domain';
import { afterSignIn, withNext } from '../after-sign-in.js';
import { troublePage } from '../views.js';
import { NotComeBack, OidcSignIn, type ComeBack } from './oidc-sign-in.js';
import { ProviderAway } from './provider-away.js';

/** To the provider and back. */
@Controller('log-ind/oidc')
export class OidcController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly signInStaff: SignInStaff,
    private readonly signInEmployer: SignInEmployer,
    private readonly oidc: OidcSignIn,
    private readonly desk: SignInDesk,
  ) {}

  @Get('start')
  @Public()
  @Page()
  async start(
    @Query('udbyder') id: unknown,
    @Query('til') til: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther | ShownPage> {
    const provider = typeof id === 'string' ? await this.providers.find(id) : undefined;
    if (!provider) throw new HttpProblem('not-found');
    try {
      return seeOther(await this.oidc.start(provider, reply, ownPath(til)));
    } catch (error) {
      return this.trouble(error, request);
    }
  }

  @Get('retur')
  @Public()
  @Page()
  async comeBack(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther | ShownPage> {
    try {
      const back = await this.oidc.comeBack(request, reply);
      const result = await this.whoIs(back);
      if (result.outcome !== 'signed-in') {
        const { audience: kind, municipalityId } = back.provider;
        logSignIn(request, { kind, method: 'oidc', outcome: result.outcome, municipalityId });
        return refusedPage(result.outcome, back.provider, languageOf(request));
      }
      await this.desk.begin(request, result.account, 'oidc');
      return seeOther(afterSignIn(result.account, back.next));
    } catch (error) {
      return this.trouble(error, request);
    }
  }

  private whoIs({ provider, subject, claims }: ComeBack): Promise<ProviderOutcome> {
    const signIn = provider.audience === 'staff' ? this.signInStaff : this.signInEmployer;
    return signIn.execute(provider, subject, claims);
  }

  /** Says what a person can do; what happened, by its code alone, is for the log. */
  private trouble(error: unknown, request: FastifyRequest): ShownPage {
    const w = signInWords[languageOf(request)];
    if (error instanceof ProviderAway) {
      request.log.warn(
        { issuer: error.provider.issuer, code: codeOf(error.cause) },
        'identity provider away',
      );
      return troublePage({
        title: w.tab,
        heading: w.away,
        lines: [w.awayText, error.provider.callForHelp],
        again: startAgain(error.provider, w.tryAgain),
        status: 503,
      });
    }
    if (!(error instanceof NotComeBack)) throw error;
    logSignIn(request, {
      kind: error.provider?.audience,
      method: 'oidc',
      outcome: 'not-completed',
      municipalityId: error.provider?.municipalityId,
      code: codeOf(error.cause),
    });
    return troublePage({
      title: w.tab,
      heading: w.notIn,
      lines: [w.notInText],
      again: error.provider
        ? startAgain(error.provider, w.tryAgain)
        : { href: '/log-ind', label: w.tryAgain },
      status: 400,
    });
  }
}

function refusedPage(
  outcome: Exclude<ProviderOutcome['outcome'], 'signed-in'>,
  { callForHelp }: IdentityProvider,
  language: Language,
): ShownPage {
  const w = signInWords[language];
  const why = { 'no-role': w.noRole, unknown: w.unknown, 'no-company': w.noCompany }[outcome];
  return troublePage({ title: w.tab, heading: w.notIn, lines: [why, callForHelp], again: null, status: 403 });
}

const startAgain = ({ id }: IdentityProvider, label: string): { href: string; label: string } => ({
  href: withNext(`/log-ind/oidc/start?udbyder=${id}`, undefined),
  label,
});

const languageOf = ({ visitor }: FastifyRequest): Language => visitor?.language ?? 'da';

/** Codes of libraries and networks name no person. */
const codeOf = (error: unknown): string | undefined => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : undefined;
};
