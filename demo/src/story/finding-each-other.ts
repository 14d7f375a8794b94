import type { Chapter } from './chapter.js';
import { emptyBoxes, fruitWarehouse, jonas, karin } from './demo-case.js';
import { expect } from './stage.js';

/** From a tour of the company to a ranked list with a reason for every place. */
export const findingEachOther: readonly Chapter[] = [
  {
    name: 'people',
    async play(stage) {
      const me = await stage.consultant.get('/me');
      expect(me.status === 200 && me.body.role === 'consultant', `the consultant is known: ${me.status}`);
      stage.keep('staff', me.body.staffId);
      const staff = await stage.consultant.get('/staff');
      const own = staff.body.items.find((person: { id: string }) => person.id === me.body.staffId);
      stage.keep('staffPhone', own.phone);
      return `${me.body.name} er jobformidler og har ${own.caseload} borgere. Nummeret, begge sider får, er ${own.phone}.`;
    },
  },
  {
    name: 'visit',
    async play(stage) {
      const company = await stage.consultant.post('/companies', fruitWarehouse);
      expect(company.status === 201, `the company is registered: ${company.status}`);
      stage.keep('company', company.body.id);
      const twice = await stage.consultant.post('/companies', fruitWarehouse);
      expect(
        twice.status === 409 && twice.body.code === 'company.cvr-taken',
        'the same CVR twice is refused',
      );
      const visit = await stage.consultant.post(`/companies/${company.body.id}/visits`, {
        on: stage.today(),
        observations: [
          {
            bottleneck: 'Truckføreren står af for at flytte kasser',
            whoIsHeldUp: 'truckføreren',
            minutesPerWeek: 720,
            idea: 'Tomme kasser samles op',
          },
        ],
      });
      expect(visit.status === 201, `the visit is kept: ${visit.status}`);
      return 'På rundvisningen: truckføreren må ned af trucken for at flytte tomme kasser. Det er et småjob.';
    },
  },
  {
    name: 'post-and-publish',
    async play(stage) {
      const posted = await stage.consultant.post('/small-jobs', {
        companyId: stage.id('company'),
        ...emptyBoxes,
        startDate: stage.today(),
      });
      expect(
        posted.status === 201 && posted.body.status === 'draft',
        `a draft: ${posted.status} ${JSON.stringify(posted.body)}`,
      );
      const job = stage.keep('job', posted.body.id);
      const refused = await stage.consultant.post(`/small-jobs/${job}/publish`);
      expect(
        refused.status === 422 && refused.body.code === 'small-job.no-fixed-contact',
        'nothing is published without a person to call',
      );
      await stage.consultant.patch(`/small-jobs/${job}`, { fixedContactId: stage.id('staff') });
      const open = await stage.consultant.post(`/small-jobs/${job}/publish`);
      expect(open.status === 200 && open.body.status === 'open', `open: ${open.status}`);
      const foreign = await stage.stranger.get(`/small-jobs/${job}`);
      expect(foreign.status === 404, 'another municipality sees nothing');
      return '12 timer om ugen, 158,45 kr. i timen. Uden kontaktperson: nej. Med en, man kan ringe til: åbent.';
    },
  },
  {
    name: 'citizens',
    async play(stage) {
      const first = await stage.consultant.post('/citizens', { ...jonas, availableFrom: stage.today() });
      expect(first.status === 201, `Jonas is registered: ${first.status} ${JSON.stringify(first.body)}`);
      const second = await stage.consultant.post('/citizens', { ...karin, availableFrom: stage.today() });
      stage.keep('jonas', first.body.id);
      stage.keep('karin', second.body.id);
      const diagnosis = await stage.consultant.post('/citizens', {
        ...jonas,
        availableFrom: stage.today(),
        diagnosis: 'x',
      });
      expect(diagnosis.status === 400, 'there is no diagnosis field');
      return 'Jonas har sagt: »Jeg vil gerne bruge kroppen«. Et felt til diagnoser findes ikke.';
    },
  },
  {
    name: 'ranking',
    async play(stage) {
      const ranking = await stage.consultant.get(
        `/small-jobs/${stage.id('job')}/ranking?limit=500&excluded=true`,
      );
      const { ranked, excluded, eligible, considered } = ranking.body;
      const place = ranked.findIndex((row: { citizenId: string }) => row.citizenId === stage.id('jonas'));
      expect(place >= 0, 'Jonas fits');
      const row = ranked[place];
      const points = row.parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0);
      expect(points === row.score, `the parts add up: ${points} of ${row.score}`);
      const karinsPlace = excluded.find(
        (entry: { citizenId: string }) => entry.citizenId === stage.id('karin'),
      );
      const rules = karinsPlace.failed
        .map((failure: { constraint: string }) => failure.constraint)
        .sort()
        .join();
      expect(rules === 'lifting,windows', `every failing rule of Karin: ${rules}`);
      expect(eligible === ranked.length && considered === ranked.length + excluded.length, 'nobody is lost');
      const reasons = row.parts
        .filter((part: { points: number }) => part.points > 0)
        .map((part: { text: string }) => part.text);
      return `${eligible} af ${considered} passer. Jonas: ${Math.round(row.score / 100)} — ${reasons.slice(0, 3).join(' · ')}. Karin ikke lige nu: ${karinsPlace.failed.map((failure: { text: string }) => failure.text).join(' · ')}.`;
    },
  },
  {
    name: 'what-if',
    async play(stage) {
      const openings = await stage.consultant.get(`/small-jobs/${stage.id('job')}/openings`);
      const best = openings.body.items[0];
      expect(best && best.gained > 0, 'some change opens the job for somebody');
      return `Hvad nu hvis: ${openings.body.items
        .slice(0, 3)
        .map((item: { text: string; gained: number }) => `${item.text} +${item.gained}`)
        .join('  |  ')}`;
    },
  },
];
