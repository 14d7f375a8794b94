import type { Chapter } from './chapter.js';
import { emptyBoxes, fruitWarehouse, inSeconds, jonas } from './demo-case.js';
import { expect, type Stage } from './stage.js';

const shiftOf = async (stage: Stage, name: string) =>
  (await stage.consultant.get(`/shifts/${stage.id(name)}`)).body;
const caseOf = async (stage: Stage) => (await stage.consultant.get(`/escalations/${stage.id('case')}`)).body;

/** Agreement, shifts, a morning when nobody is seen, and a person who acts within minutes. */
export const working: readonly Chapter[] = [
  {
    name: 'agreement',
    async play(stage) {
      const body = {
        offerId: stage.id('offer'),
        // Two shifts are moved to about now: whatever the day and the hour, no other one stands in their way.
        startDate: stage.today(2),
        paid: emptyBoxes.weeklyShifts,
        unpaid: [{ weekday: 2, start: '09:00', end: '11:00', task: 'Lære trucken at kende' }],
        expectations: ['Ali viser til rette den første uge', 'Vi siger til, hvis noget er svært'],
        callAgreement: 'Ring til mig kl. 7, hvis jeg ikke har skrevet',
        firstDay: { meet: 'stop', where: 'Busstoppet ved Havnegade', at: '07:40' },
      };
      const mixed = await stage.consultant.post('/agreements', {
        ...body,
        unpaid: [{ ...body.unpaid[0], task: emptyBoxes.title }],
      });
      expect(mixed.status === 422, 'the same task is never both paid and unpaid');
      const agreement = await stage.consultant.post('/agreements', body);
      expect(agreement.status === 201, `drawn up: ${agreement.status} ${JSON.stringify(agreement.body)}`);
      stage.keep('agreement', agreement.body.id);
      for (const party of ['employer', 'citizen', 'municipality']) {
        const signed = await stage.consultant.post(`/agreements/${agreement.body.id}/sign`, { party });
        expect(signed.status === 200, `${party} signs: ${signed.status} ${JSON.stringify(signed.body)}`);
      }
      return '12 lønnede timer og 2 ulønnede, hver for sig. Tre underskrifter. Ring-aftalen står med Jonas’ egne ord.';
    },
  },
  {
    name: 'shifts',
    async play(stage) {
      const { items } = (
        await stage.consultant.get(
          `/shifts?from=${stage.today()}&to=${stage.today(60)}&smallJobId=${stage.id('job')}&limit=200`,
        )
      ).body;
      const coming = items.filter(
        (shift: { startsAt: string; paid: boolean }) =>
          shift.paid && Date.parse(shift.startsAt) > Date.now() + 36e5,
      );
      expect(coming.length >= 18, `weeks of shifts: ${coming.length}`);
      coming.sort((a: { startsAt: string }, b: { startsAt: string }) => a.startsAt.localeCompare(b.startsAt));
      stage.keep('first', coming[0].id);
      stage.keep('second', coming[1].id);
      return `${items.length} vagter er planlagt. Den første er ${coming[0].date} kl. ${coming[0].start}.`;
    },
  },
  {
    name: 'ladder-in-seconds',
    async play(stage) {
      for (const name of ['not-seen', 'not-here']) {
        const ladder = (await stage.leader.get(`/ladders/${name}`)).body;
        const forbidden = await stage.consultant.put(`/ladders/${name}`, ladder);
        expect(forbidden.status === 403, 'only a leader changes a ladder');
        const changed = await stage.leader.put(`/ladders/${name}`, inSeconds(ladder));
        expect(changed.status === 200, `changed: ${changed.status} ${JSON.stringify(changed.body)}`);
      }
      return 'Lederen sætter stigerne til sekunder i stedet for minutter. Ellers skulle vi vente her hele formiddagen.';
    },
  },
  {
    name: 'reminder',
    async play(stage) {
      const moved = await stage.consultant.post(`/shifts/${stage.id('second')}/move`, stage.around(90, 240));
      expect(moved.status === 200, `moved: ${moved.status} ${JSON.stringify(moved.body)}`);
      const sms = await stage.post.next(jonas.phone, 'sms', /Vi ses/);
      return `»${sms.text}«`;
    },
  },
  {
    name: 'nobody-is-seen',
    async play(stage) {
      const moved = await stage.consultant.post(`/shifts/${stage.id('first')}/move`, stage.around(-120, 180));
      expect(moved.status === 200, `moved: ${moved.status} ${JSON.stringify(moved.body)}`);
      const sms = await stage.post.next(jonas.phone, 'sms', /Er alt okay/);
      stage.keep('question', sms.id);
      expect((await shiftOf(stage, 'first')).state === 'unconfirmed', 'silence is not absence');
      const open = await stage.consultant.get('/escalations?state=open');
      stage.keep(
        'case',
        open.body.items.find((row: { shiftId: string }) => row.shiftId === stage.id('first')).id,
      );
      return `To timer over tiden, og ingen har sagt noget. Stilhed er ikke fravær: »${sms.text}«`;
    },
  },
  {
    name: 'the-workplace-says-no',
    async play(stage) {
      const question = await stage.post.next(fruitWarehouse.contact.phone, 'sms', /kommet/);
      await stage.post.reply(question, 'nej');
      const alarm = await stage.post.next(stage.id('staffPhone'), 'sms', /./);
      const { ladder } = await stage.until('the other ladder begins', async () => {
        const row = await caseOf(stage);
        return row.ladder === 'not-here' && row;
      });
      expect(
        (await shiftOf(stage, 'first')).state === 'missed',
        'missed needs a person, and now one has said so',
      );
      return `Ali bliver spurgt en gang og svarer NEJ. Med det samme til kontaktpersonen: »${alarm.text}« (${ladder})`;
    },
  },
  {
    name: 'somebody-takes-it',
    async play(stage) {
      const taken = await stage.consultant.post(`/escalations/${stage.id('case')}/acknowledge`, {
        action: 'drive',
      });
      expect(taken.status === 200 && taken.body.state === 'acknowledged', `taken: ${taken.status}`);
      const calm = await stage.post.next(
        fruitWarehouse.contact.phone,
        'sms',
        /er på vej til Jonas|tager sig af det/,
      );
      return `»Jeg kører« holder i to timer, og trinene stopper. Ali hører en rolig sætning: »${calm.text}«`;
    },
  },
  {
    name: 'two-hours-late',
    async play(stage) {
      const question = (await stage.post.all()).find(({ id }) => id === stage.id('question'))!;
      await stage.post.reply(question, 'HER');
      const closed = await stage.until('the case is closed', async () => {
        const row = await caseOf(stage);
        return row.state === 'closed' && row;
      });
      const shift = await shiftOf(stage, 'first');
      expect(
        closed.outcome === 'arrived-late' && shift.state === 'late',
        `late is a good outcome: ${closed.outcome}, ${shift.state}`,
      );
      const words = closed.history.map((line: { text?: string; what: string }) => line.text ?? line.what);
      return `Jonas svarer HER. Bedre to timer for sent end slet ikke. Hele historien: ${words.length} linjer, ${words.at(-1)}`;
    },
  },
  {
    name: 'silence-after-that',
    async play(stage) {
      const before = (await stage.post.all()).filter(({ to }) => to === stage.id('staffPhone')).length;
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      const after = (await stage.post.all()).filter(({ to }) => to === stage.id('staffPhone')).length;
      expect(before === after, 'nothing rings after the case is closed');
      return 'Otte sekunder senere er resten af stigen forbi, og ingen er blevet ringet op for ingenting.';
    },
  },
  {
    name: 'paid-hours',
    async play(stage) {
      const month = (await shiftOf(stage, 'first')).date.slice(0, 7);
      const confirmed = await stage.consultant.post(`/paid-hours/${stage.id('first')}/confirm`);
      expect(confirmed.status === 200, `confirmed: ${confirmed.status} ${JSON.stringify(confirmed.body)}`);
      const ledger = (await stage.consultant.get(`/paid-hours?citizenId=${stage.id('jonas')}&month=${month}`))
        .body;
      const line = ledger.items.find((item: { shiftId: string }) => item.shiftId === stage.id('first'));
      expect(
        line.paidMinutes >= 55 && line.paidMinutes <= 61 && line.unpaidMinutes === 0,
        `about an hour was paid: ${line.paidMinutes}`,
      );
      return `Lønnede minutter den dag: ${line.paidMinutes}. Måneden: ${ledger.totals.paidMinutes} lønnede og ${ledger.totals.unpaidMinutes} ulønnede, aldrig lagt sammen.`;
    },
  },
  {
    name: 'more-hours',
    async play(stage) {
      const weeklyShifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '12:00', end: '16:00' }));
      const more = await stage.consultant.post(`/agreements/${stage.id('agreement')}/hours`, {
        from: stage.today(14),
        weeklyShifts,
      });
      expect(more.status === 200, `more hours: ${more.status} ${JSON.stringify(more.body)}`);
      return 'Om to uger: fra 12 til 20 timer om ugen.';
    },
  },
];
