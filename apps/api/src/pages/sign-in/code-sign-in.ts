import { randomUUID } from 'node:crypto';
import { Injectable, Optional } from '@nestjs/common';
import { networkOf, readCode, type Language, type Role } from '#domain';
import { AskForCode, IdentityProviders, UseCode, type CodeAudience, type CodeOutcome } from '#use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInDesk } from '../../http/session/sign-in-desk.js';
import { logSignIn } from '../../http/session/sign-in-log.js';
import { DemoPeople } from '../demo/demo-people.js';
import { fault, FormView, noFaults, typedText, type Faults, type Typed } from '../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { signInDa } from '../words/sign-in-da.js';
import { signInEn } from '../words/sign-in-en.js';
import { signInWords } from '../words/sign-in.js';
import { afterSignIn, withNext } from './after-sign-in.js';
import { CodeCookie } from './code-cookie.js';
import { demoDoors } from './demo-doors.js';
import { steadily } from './steady.js';
import { addressInWords, readAddress, type TypedAddress } from './typed-address.js';
import { addressPage, chooseCompanyPage, codePage } from './views.js';

/** One of the two who sign in with a code. */
export interface Door {
  audience: CodeAudience;
  base: '/log-ind/virksomhed' | '/log-ind/borger';
  role: Role;
}

export const companyDoor: Door = { audience: 'company-user', base: '/log-ind/virksomhed', role: 'employer' };
export const citizenDoor: Door = { audience: 'citizen', base: '/log-ind/borger', role: 'citizen' };

/** One step of the way, as the request brings it. */
export interface Step {
  door: Door;
  request: FastifyRequest;
  reply: FastifyReply;
  typed: Typed;
}

type SignedIn = Extract<CodeOutcome, { outcome: 'signed-in' }>;

const LONG_WAIT_SECONDS = 120;

/** Signing in with a one-time code: the address, the code, and the company when there are several. */
@Injectable()
export class CodeSignIn {
  constructor(
    private readonly askForCode: AskForCode,
    private readonly useCode: UseCode,
    private readonly providers: IdentityProviders,
    private readonly desk: SignInDesk,
    private readonly cookie: CodeCookie,
    @Optional() private readonly people?: DemoPeople,
  ) {}

  async showAddress({ door, request, typed }: Step, faults: Faults = noFaults): Promise<ShownPage> {
    const language = languageOf(request);
    const w = signInWords[language];
    const next = nextOf(request, typed);
    const isCompany = door.audience === 'company-user';
    const f = new FormView(language, withoutNext(typed), faults);
    const form = {
      address: f.input('adresse', isCompany ? w.companyField : w.citizenField, {
        autocomplete: isCompany ? 'email' : 'tel',
        inputmode: isCompany ? 'email' : 'tel',
        max: 254,
      }),
    };
    const providers = isCompany ? await this.providers.list('company-user') : [];
    return addressPage({
      title: w.tab,
      heading: isCompany ? w.companyHeading : w.citizenHeading,
      intro: isCompany ? w.companyIntro : w.citizenIntro,
      help: isCompany ? w.companyHelp : w.citizenHelp,
      form,
      errors: f.errors(),
      next,
      send: w.sendCode,
      providers: providers.map(({ id, municipality }) => ({
        href: withNext(`/log-ind/oidc/start?udbyder=${id}`, next),
        label: w.throughProvider(municipality),
      })),
      otherWay: { href: '/log-ind', label: w.otherWay },
      demo: await demoDoors(this.people, language, [door.role]),
      status: faults.status,
    });
  }

  /**
   * Answers the same for an address that is known and one that is not, and takes as long. Where no code is sent, one
   * that somebody has already can be typed: whoever asks for all that others could get locks nobody out.
   */
  async send(step: Step): Promise<SeeOther | ShownPage> {
    const address = readAddress(typedText(step.typed, 'adresse'));
    if (!address)
      return this.showAddress(step, fault('adresse', signInDa.notAnAddress, signInEn.notAnAddress));
    const wait = await this.ask(step, address, false);
    this.cookie.write(step.reply, address);
    const path = withNext(`${step.door.base}/kode`, nextOf(step.request, step.typed));
    return wait > 0 ? seeOther(path, isLong(wait) ? 'vent-laenge' : 'vent') : seeOther(path);
  }

  async sendAgain(step: Step): Promise<SeeOther | ShownPage> {
    const address = this.cookie.read(step.request);
    if (!address) return this.fromTheStart(step);
    const wait = await this.ask(step, address, true);
    if (wait > 0) return this.showCode({ ...step, typed: {} }, tooSoon('kode', wait));
    return seeOther(withNext(`${step.door.base}/kode`, nextOf(step.request, step.typed)), 'ny-kode');
  }

  async showCode(step: Step, faults: Faults = noFaults): Promise<SeeOther | ShownPage> {
    const { door, request, typed } = step;
    const address = this.cookie.read(request);
    if (!address) return this.fromTheStart(step);
    const language = languageOf(request);
    const w = signInWords[language];
    const next = nextOf(request, typed);
    const f = new FormView(language, withoutNext(typed), faults);
    const form = {
      code: f.input('kode', w.codeField, {
        hint: w.codeHint,
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        // Room for the spaces that come along when it is pasted.
        max: 20,
        width: 's',
      }),
    };
    return codePage({
      title: w.codeTab,
      heading: w.codeHeading,
      intro: w.codeIntro(addressInWords(address)),
      form,
      errors: f.errors(),
      next,
      enter: w.enter,
      noCode: w.noCode,
      noCodeText: door.audience === 'citizen' ? w.noCodeCitizen : w.noCodeCompany,
      again: { action: `${door.base}/kode/igen`, label: w.sendAgain },
      other: { href: withNext(door.base, next), label: w.otherAddress },
      messages: { 'ny-kode': w.sentAgain, vent: w.haveOne, 'vent-laenge': w.haveOneLong },
      status: faults.status,
    });
  }

  async enter(step: Step): Promise<SeeOther | ShownPage> {
    const { door, request, typed } = step;
    const address = this.cookie.read(request);
    if (!address) return this.fromTheStart(step);
    const code = readCode(typedText(typed, 'kode'));
    if (!code) return this.showCode(step, fault('kode', signInDa.notACode, signInEn.notACode));
    const browser = this.cookie.browserOf(request, address);
    const result = await steadily(this.useCode.execute(browser, door.audience, code));
    if (result.outcome === 'signed-in') return this.signIn(step, result);
    if (result.outcome === 'choose') return seeOther(withNext(`${door.base}/vaelg`, nextOf(request, typed)));
    const triesLeft = result.outcome === 'wrong' ? result.triesLeft : 0;
    const outcome = result.outcome === 'wrong' && triesLeft === 0 ? 'tries-used-up' : result.outcome;
    logSignIn(request, { kind: door.audience, method: 'code', outcome, triesLeft });
    const faults =
      triesLeft === 0
        ? fault('kode', signInDa.codeOver, signInEn.codeOver)
        : fault('kode', signInDa.wrongCode(triesLeft), signInEn.wrongCode(triesLeft));
    return this.showCode({ ...step, typed: { til: nextOf(request, typed) } }, faults);
  }

  async showChoices(step: Step): Promise<SeeOther | ShownPage> {
    const { door, request, typed } = step;
    const address = this.cookie.read(request);
    const found = address
      ? await this.useCode.choices(this.cookie.browserOf(request, address), door.audience)
      : [];
    if (found.length === 0) return this.fromTheStart(step);
    const w = signInWords[languageOf(request)];
    return chooseCompanyPage({
      title: w.whichCompany,
      heading: w.whichCompany,
      intro: w.whichCompanyIntro,
      next: nextOf(request, typed),
      companies: found.map(({ account, label, municipality }) => ({
        id: account.kind === 'company-user' ? account.userId : '',
        label,
        municipality,
      })),
    });
  }

  async choose(step: Step): Promise<SeeOther | ShownPage> {
    const { door, request, typed } = step;
    const address = this.cookie.read(request);
    if (!address) return this.fromTheStart(step);
    const browser = this.cookie.browserOf(request, address);
    const result = await this.useCode.choose(browser, door.audience, typedText(typed, 'hvem'));
    return result.outcome === 'signed-in' ? this.signIn(step, result) : this.fromTheStart(step);
  }

  private async ask(
    { door, request }: Step,
    { channel, to }: TypedAddress,
    another: boolean,
  ): Promise<number> {
    const browser = this.cookie.browserOf(request, { channel, to });
    // A demo has one machine for everybody, and it is not somebody who tries all numbers.
    const caller = request.visitor?.demo ? randomUUID() : networkOf(request.ip);
    const wish = { audience: door.audience, address: to, channel, browser, caller, another };
    const wait = await steadily(this.askForCode.execute(wish));
    if (wait > 0) logSignIn(request, { kind: door.audience, method: 'code', outcome: 'too-many-codes' });
    return wait;
  }

  private async signIn({ request, reply, typed }: Step, { account, method }: SignedIn): Promise<SeeOther> {
    await this.desk.begin(request, account, method);
    this.cookie.drop(reply);
    return seeOther(afterSignIn(account, nextOf(request, typed)));
  }

  private fromTheStart({ door, request, typed }: Step): SeeOther {
    return seeOther(withNext(door.base, nextOf(request, typed)));
  }
}

const languageOf = ({ visitor }: FastifyRequest): Language => visitor?.language ?? 'da';

/** From the address of the page, or from the form that it became part of. */
const nextOf = ({ query }: FastifyRequest, typed: Typed): string => {
  const { til } = query as Record<string, unknown>;
  return typedText(typed, 'til') || (typeof til === 'string' ? til : '');
};

/** `til` is no field of the person's: without it nothing has been typed yet. */
const withoutNext = ({ til: _, ...typed }: Typed): Typed => typed;

const isLong = (wait: number): boolean => wait > LONG_WAIT_SECONDS;

const tooSoon = (field: string, wait: number): Faults =>
  isLong(wait)
    ? fault(field, signInDa.waitLong, signInEn.waitLong, 429)
    : fault(field, signInDa.waitSeconds(wait), signInEn.waitSeconds(wait), 429);
