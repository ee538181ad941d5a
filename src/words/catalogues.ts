import { en } from './en.ts'
import type { PhraseKey } from './values.ts'

/** All texts of one language. */
export type Catalogue = Readonly<Record<PhraseKey, string>>

/** The languages we speak (ISO 639-1). In any other, English. */
export const LANGUAGES = ['en', 'tr', 'ar', 'fa', 'fr', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export const CATALOGUES: Readonly<Record<Language, Partial<Catalogue>>> = {
  en,
  tr: {},
  ar: {},
  fa: {},
  fr: {},
  de: {},
}
