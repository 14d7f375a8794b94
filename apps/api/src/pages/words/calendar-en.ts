import type { calendarDa } from './calendar-da.js';

export const calendarEn: typeof calendarDa = {
  citizen: {
    title: 'Your calendar',
    intro: 'Get your shifts in the calendar on your phone. It only says “Shift” and the time.',
    address: 'Your address',
    secret: 'Do not share it. Whoever has the address can see your times.',
    howTo: 'Does it not work? Copy the address and paste it into your calendar.',
  },
  company: {
    title: 'Your company’s calendar',
    intro: 'Get the shifts in your own calendar. It only says “Shift”, time and place, and never a name.',
    address: 'The address of your company',
    secret: 'Share it with colleagues only. Whoever has the address can see time and place of the shifts.',
    howTo: 'Does it not work? Copy the address and paste it into the calendar of your company.',
  },
  make: 'Make an address',
  open: 'Open in the calendar',
  renew: 'Make a new address',
  renewHint: 'Then the old one does not work any more.',
  close: 'Close the address',
  made: 'The address is ready.',
  closed: 'The address is closed.',
};
