import { BrokerQuestionController } from './broker-question.controller.js';
import { CompareController } from './compare.controller.js';
import { ProposeController } from './propose.controller.js';
import { RankingController } from './ranking.controller.js';

export const rankingControllers = [
  RankingController,
  CompareController,
  ProposeController,
  BrokerQuestionController,
];
