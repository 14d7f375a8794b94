import type { Language } from '#domain';
import { bothAr } from './both-ar.js';
import { bothDa } from './both-da.js';
import { bothEn } from './both-en.js';
import { bothUk } from './both-uk.js';
import { citizenAr } from './citizen-ar.js';
import { citizenDa, type CitizenWords } from './citizen-da.js';
import { citizenEn } from './citizen-en.js';
import { citizenUk } from './citizen-uk.js';
import { employerDa } from './employer-da.js';
import { employerEn } from './employer-en.js';
import type { PageLanguage } from '../../http/page-language.js';
import { frameAr } from './frame-ar.js';
import { frameDa, type FrameWords } from './frame-da.js';
import { frameEn } from './frame-en.js';
import { frameUk } from './frame-uk.js';

/** Around every page; citizens' pages can be in all four. */
export const frameWords: Record<PageLanguage, FrameWords> = {
  da: frameDa,
  en: frameEn,
  ar: frameAr,
  uk: frameUk,
};
export const bothWords: Record<PageLanguage, typeof bothDa> = {
  da: bothDa,
  en: bothEn,
  ar: bothAr,
  uk: bothUk,
};
export const citizenWords: Record<PageLanguage, CitizenWords> = {
  da: citizenDa,
  en: citizenEn,
  ar: citizenAr,
  uk: citizenUk,
};
export const employerWords: Record<Language, typeof employerDa> = { da: employerDa, en: employerEn };
export { abilityInWords, danishInWords, needInWords } from './card-values.js';
export { capital } from './choices.js';
