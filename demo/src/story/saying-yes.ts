import type { Chapter } from './chapter.js';
import { fruitWarehouse, jonas } from './demo-case.js';
import { expect, type Stage } from './stage.js';

const pressed = (link: string, answer: string) =>
  fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `answer=${answer}`,
  });

const offerOf = async (stage: Stage) => (await stage.consultant.get(`/offers/${stage.id('offer')}`)).body;

/** Asked first, then shown, then offered: the citizen decides at every step. */
export const sayingYes: readonly Chapter[] = [
  {
    name: 'ask-the-citizen',
    async play(stage) {
      const match = await stage.consultant.post('/matches', {
        smallJobId: stage.id('job'),
        citizenId: stage.id('jonas'),
      });
      expect(
        match.status === 201 && match.body.state === 'asking',
        `asking: ${match.status} ${JSON.stringify(match.body)}`,
      );
      stage.keep('match', match.body.id);
      const twice = await stage.consultant.post('/matches', {
        smallJobId: stage.id('job'),
        citizenId: stage.id('jonas'),
      });
      expect(twice.status === 409, 'the same two are not brought together twice');
      const question = await stage.post.next(jonas.phone, 'sms', /./);
      await stage.post.reply(question, 'ja');
      await stage.until(
        'the match is proposed',
        async () => (await stage.consultant.get(`/matches/${match.body.id}`)).body.state === 'proposed',
      );
      return `Før firmaet hører om nogen: »${question.text.slice(0, 90)}…« Jonas svarer JA.`;
    },
  },
  {
    name: 'the-company-meets-a-pseudonym',
    async play(stage) {
      const link = await stage.post.next(fruitWarehouse.contact.phone, 'sms', /\/e\//);
      stage.keep('employerLink', link.links[0]!);
      const page = await fetch(link.links[0]!);
      const html = await page.text();
      expect(page.status === 200, `the page opens: ${page.status}`);
      for (const secret of ['Jonas', 'Prøvesen', '22220001'])
        expect(!html.includes(secret), `no ${secret} before the yes`);
      const confirmed = await stage.consultant.post(`/matches/${stage.id('match')}/confirm`, {
        start: 'meet',
      });
      expect(
        confirmed.status === 200 && confirmed.body.state === 'confirmed',
        `confirmed: ${confirmed.status} ${JSON.stringify(confirmed.body)}`,
      );
      const again = await stage.consultant.post(`/matches/${stage.id('match')}/confirm`, { start: 'meet' });
      expect(again.status === 409, 'a second confirmation changes nothing');
      const offers = await stage.consultant.get(`/offers?smallJobId=${stage.id('job')}`);
      stage.keep('offer', offers.body.items[0].id);
      return `Ali ser »${confirmed.body.pseudonym}« med ønsker og evner, aldrig alder, ydelse eller helbred. Han siger: vi vil gerne mødes.`;
    },
  },
  {
    name: 'the-offer-arrives',
    async play(stage) {
      const sms = await stage.post.next(jonas.phone, 'sms', /\/o\//);
      const mail = await stage.post.next(jonas.email, 'email', /\/o\//);
      stage.keep('link', sms.links[0]!);
      expect(sms.links[0] !== mail.links[0], 'each channel has a link of its own');
      const soon = await stage.consultant.post(`/offers/${stage.id('offer')}/resend`);
      expect(soon.status === 429, `not again so soon: ${soon.status}`);
      return `SMS: »${sms.text}«`;
    },
  },
  {
    name: 'a-robot-opens-the-link',
    async play(stage) {
      for (const method of ['HEAD', 'GET', 'GET']) await fetch(stage.id('link'), { method });
      expect((await offerOf(stage)).state === 'sent', 'opening changes nothing');
      return 'En mailscanner åbner linket tre gange. Der sker ikke noget: kun en knap svarer.';
    },
  },
  {
    name: 'yes',
    async play(stage) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => pressed(stage.id('link'), 'yes')));
      expect(
        answers.every(({ status }) => status < 400),
        `every tap is friendly: ${answers.map(({ status }) => status).join()}`,
      );
      const offer = await offerOf(stage);
      expect(offer.state === 'accepted', `accepted: ${offer.state}`);
      const page = await (await fetch(stage.id('link'))).text();
      expect(/ja/i.test(page), 'the page says what was answered');
      await stage.post.next(jonas.phone, 'sms', /./);
      return 'Jonas trykker Ja (tyve gange, for en sikkerheds skyld). Et ja, og han kan fortryde til i morgen.';
    },
  },
  {
    name: 'the-company-hears',
    async play(stage) {
      const told = await stage.consultant.post(`/offers/${stage.id('offer')}/tell-company`);
      expect(told.status === 200, `told: ${told.status}`);
      const sms = await stage.post.next(fruitWarehouse.contact.phone, 'sms', /Jonas/);
      return `Mette siger, at firmaet godt må vide det nu: »${sms.text}«`.replace(
        'Mette siger',
        'Kontaktpersonen siger',
      );
    },
  },
];
