import type { Language } from '#domain';

/** Demo people and demo places: nobody has these names together with these numbers. */
export const mette = { contact: 'Mette', contactPhone: '20123456' };
/** Covers for Mette and takes over from her. */
export const lars = { contact: 'Lars', contactPhone: '20987654' };
export const jonas = { firstName: 'Jonas', ...mette };
export const ali = { companyContact: 'Ali', ...mette };
export const jonasByName = { person: 'Jonas' };
export const jonasByPhone = { person: 'Jonas', personPhone: '20345678' };
export const pseudonym = { pseudonym: 'Blå Anemone' };

export const boxes = {
  da: { title: 'tomme kasser på frugtlageret' },
  en: { title: 'empty boxes at the fruit store' },
};

export const fridayMorning = {
  da: { day: 'fredag den 27. november', time: '8', workplace: 'frugtlageret, Havnegade 12' },
  en: { day: 'Friday 27 November', time: '8', workplace: 'the fruit store, Havnegade 12' },
};

/** As the ladders say it: the small job and when it began. */
export const boxesAtEight = {
  da: { workplace: boxes.da.title, time: '8' },
  en: { workplace: boxes.en.title, time: '8' },
};

export const mondayAtSeven = {
  da: { calls: 'mandag den 30. november kl. 7.15' },
  en: { calls: 'Monday 30 November at 7.15' },
};

/** Hours that grow from a day on. */
export const fromMonday = {
  da: { from: 'mandag den 30. november', when: 'man, tirs, ons og fre kl. 8-12' },
  en: { from: 'Monday 30 November', when: 'Mon, Tue, Wed and Fri at 8-12' },
};

/** The same data in both languages: names and numbers only. */
export const inBoth = <Data>(data: Data): Record<Language, Data> => ({ da: data, en: data });

/** Puts shared data into both languages of the data that differ. */
export const together = <Shared, Da, En>(
  shared: Shared,
  byLanguage: { da: Da; en: En },
): { da: Shared & Da; en: Shared & En } => ({
  da: { ...shared, ...byLanguage.da },
  en: { ...shared, ...byLanguage.en },
});
