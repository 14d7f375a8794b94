import type { bothDa } from './both-da.js';

/** Not yet read by a person who speaks Arabic (http/site.ts). The name of a place stays as it is written. */
export const bothAr: typeof bothDa = {
  municipality: (name) => (/kommune/i.test(name) ? name : `بلدية ${name}`),

  wants: 'يرغب في',
  goodAt: 'يجيد',
  needs: 'يحتاج إلى',
  hoursAWeek: 'ساعات في الأسبوع',
  danish: 'اللغة الدنماركية',
  hours: (min, max, wish) => `من ${min} إلى ${max} ساعة، ويفضّل ${wish}`,

  notSaved: 'لم يتم حفظ الجواب.',
  somethingChanged: 'تغيّر شيء منذ إرسال الرابط.',
  findAWay: (c) => `اتصل بـ ${c} لنجد حلاً معاً.`,
};
