import { isoWithOffset } from '#domain';
import { unfilledReasons, type AssignmentPreview } from '#use-cases';
import { instant, int, list, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';

const MOST = 100_000_000;

export class PlannedPairResponse {
  @uuid() smallJobId!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) citizenId!: string;
  @int({ min: 0, max: 10_000, example: 8240, description: 'Som på listen over dem, der passer.' })
  score!: number;
  @int({ min: 0, max: MOST, example: 212, description: 'Hele dage, borgeren har ventet.' })
  waitedDays!: number;
  @int({ min: 1, max: MOST, example: 8665, description: 'Point og det, ventetiden lægger til.' })
  value!: number;
}

export class OtherPlanResponse {
  @int({ min: 0, max: MOST, example: 30 }) filled!: number;
  @int({ min: 0, max: MOST, example: 221_500 }) objective!: number;
  @int({ min: -MOST, max: MOST, example: 4, description: 'Pladser, som planen besætter flere af.' })
  filledMore!: number;
  @int({ min: 0, max: MOST, example: 38_200, description: 'Point, som planen har flere af.' })
  pointsMore!: number;
}

export class DeskOrderResponse extends OtherPlanResponse {
  @list(uuid(), { description: 'Småjobs, hvor en anden får pladsen, end når de tages efter tur.' })
  smallJobIdsWithSomebodyElse!: string[];
}

export class ComparedPlansResponse {
  @nested(DeskOrderResponse, {
    description: 'Som i dag: småjobs i den rækkefølge, de kom, og hver gang den bedste, der er fri.',
  })
  deskOrder!: DeskOrderResponse;
  @nested(OtherPlanResponse, { description: 'Det bedste enkelte par først.' }) greedy!: OtherPlanResponse;
}

export class ContactLoadResponse {
  @uuid() staffId!: string;
  @int({ min: 0, max: MOST, example: 30, description: 'Kontaktpersonens egne borgere.' })
  caseload!: number;
  @int({
    min: 0,
    max: MOST,
    example: 2,
    description: 'Andres borgere, der allerede har en plads i kontaktpersonens småjobs.',
  })
  others!: number;
  @int({ min: 0, max: MOST, example: 35 }) target!: number;
  @int({ min: 0, max: MOST, example: 3, description: 'Så mange nye er der plads til før planen.' })
  room!: number;
  @int({
    min: 0,
    max: MOST,
    example: 3,
    description:
      'Så mange nye får kontaktpersonen med planen. Flere end der er plads til, kun når du selv har holdt par fast.',
  })
  used!: number;
  @int({
    min: 0,
    max: MOST,
    example: 8,
    description: 'Så mange af kontaktpersonens egne borgere får et småjob. De tager ingen plads.',
  })
  own!: number;
  @int({
    min: 0,
    max: MOST,
    example: 8100,
    nullable: true,
    description: 'Så mange point ville én plads mere give; null, når det ikke er regnet efter.',
  })
  price!: number | null;
  @text({
    max: 500,
    example:
      'Mette har 30 borgere og følger 2 andre i småjobs. Planen giver 3 nye, og 8 af Mettes egne får et småjob. Så er de 35 nået. Én plads mere ville gøre planen 81 point bedre.',
  })
  text!: string;
}

export class UnfilledJobResponse {
  @uuid() smallJobId!: string;
  @int({ min: 1, max: MOST, example: 1, description: 'Pladser uden nogen.' }) seats!: number;
  @oneOf(unfilledReasons, { example: 'contact-has-no-room' }) reason!: string;
  @text({
    max: 500,
    example: 'Der er nogen, der passer, men kontaktpersonen har ikke plads til flere.',
  })
  text!: string;
}

export class AssignmentPreviewResponse {
  @instant() at!: string;
  @text({ example: '1-a1b2c3d4+e5f60718' }) ruleVersion!: string;
  @listOf(PlannedPairResponse) pairs!: PlannedPairResponse[];
  @int({ min: 0, max: MOST, example: 38, description: 'Ledige pladser i åbne småjobs.' }) seats!: number;
  @int({ min: 0, max: MOST, example: 34 }) filled!: number;
  @int({ min: 0, max: MOST, example: 259_700, description: 'Summen af parrenes `value`.' })
  objective!: number;
  @nested(ComparedPlansResponse) compared!: ComparedPlansResponse;
  @listOf(ContactLoadResponse, { description: 'Den, hvor én plads mere helt sikkert giver mest, først.' })
  contacts!: ContactLoadResponse[];
  @listOf(UnfilledJobResponse, { description: 'Småjobs med pladser, som planen ikke besætter.' })
  unfilled!: UnfilledJobResponse[];
}

type OtherWay = AssignmentPreview['compared']['greedy'];
const toOtherWay = ({ filled, objective, filledMore, pointsMore }: OtherWay): OtherPlanResponse => ({
  filled,
  objective,
  filledMore,
  pointsMore,
});

export const toAssignmentPreview = (preview: AssignmentPreview): AssignmentPreviewResponse => ({
  at: isoWithOffset(preview.at),
  ruleVersion: preview.ruleVersion,
  pairs: preview.pairs.map(({ smallJobId, citizenId, score, waitedDays, value }) => ({
    smallJobId,
    citizenId,
    score,
    waitedDays,
    value,
  })),
  seats: preview.seats,
  filled: preview.filled,
  objective: preview.objective,
  compared: {
    deskOrder: {
      ...toOtherWay(preview.compared.deskOrder),
      smallJobIdsWithSomebodyElse: preview.compared.deskOrder.smallJobIdsWithSomebodyElse,
    },
    greedy: toOtherWay(preview.compared.greedy),
  },
  contacts: preview.contacts.map(({ text: words, ...numbers }) => ({
    staffId: numbers.staffId,
    caseload: numbers.caseload,
    others: numbers.others,
    target: numbers.target,
    room: numbers.room,
    used: numbers.used,
    own: numbers.own,
    price: numbers.price,
    text: words,
  })),
  unfilled: preview.unfilled.map(({ smallJobId, seats, reason, text: words }) => ({
    smallJobId,
    seats,
    reason,
    text: words,
  })),
});
