import { messageViews, type MessageView } from '#use-cases';
import { oneOf, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import { shownMessageStates, type ShownMessageState } from './messages.requests.js';

export class MessageListQueryFields extends PageQuery {
  @oneOf(messageViews, {
    optional: true,
    example: 'lost',
    description: '`lost`: kom ikke frem eller uvist, de sidste 30 dage. `waiting`: er ikke sendt endnu.',
  })
  view?: MessageView;
  @oneOf(shownMessageStates, { optional: true, example: 'failed' }) state?: ShownMessageState;
  @oneOf(['sms', 'email'], { optional: true, example: 'sms' }) channel?: 'sms' | 'email';
  @oneOf(['citizen', 'company', 'staff'], { optional: true, example: 'citizen' })
  receiver?: 'citizen' | 'company' | 'staff';
  @uuid({ optional: true }) citizenId?: string;
  @uuid({ optional: true }) companyId?: string;
}
