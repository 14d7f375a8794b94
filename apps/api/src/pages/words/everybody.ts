import type { Language } from '#domain';
import { everybodyDa } from './everybody-da.js';
import { everybodyEn } from './everybody-en.js';

export const everybodyWords: Record<Language, typeof everybodyDa> = { da: everybodyDa, en: everybodyEn };
