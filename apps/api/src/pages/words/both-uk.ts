import type { bothDa } from './both-da.js';

/** Not yet read by a person who speaks Ukrainian (http/site.ts). The name of a place stays as it is written. */
export const bothUk: typeof bothDa = {
  municipality: (name) => (/kommune/i.test(name) ? name : `Муніципалітет ${name}`),

  wants: 'Хоче',
  goodAt: 'Добре вміє',
  needs: 'Потребує',
  hoursAWeek: 'Годин на тиждень',
  danish: 'Данська мова',
  hours: (min, max, wish) => `від ${min} до ${max} годин, найкраще ${wish}`,

  notSaved: 'Відповідь не збережено.',
  somethingChanged: 'Щось змінилося, відколи надіслано посилання.',
  findAWay: (c) => `Зателефонуйте: ${c} знайде вихід разом із вами.`,
};
