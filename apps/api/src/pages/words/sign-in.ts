import type { Language } from '#domain';
import { signInDa } from './sign-in-da.js';
import { signInEn } from './sign-in-en.js';

export const signInWords: Record<Language, typeof signInDa> = { da: signInDa, en: signInEn };
