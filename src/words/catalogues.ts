import { ar } from './ar.ts'
import { de } from './de.ts'
import type { enAnswering } from './en-answering.ts'
import type { enCommands } from './en-commands.ts'
import type { enPlaces } from './en-places.ts'
import type { enScreens } from './en-screens.ts'
import type { enTimes } from './en-times.ts'
import type { enWishes } from './en-wishes.ts'
import { en } from './en.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { tr } from './tr.ts'
import type { PhraseKey } from './values.ts'

/** The texts of one language: all of them, or it does not compile. */
export type Catalogue = Readonly<Record<PhraseKey, string>>

/** What commands say in one language. */
export type CommandTexts = Readonly<Record<keyof typeof enCommands, string>>

/** What forms, tables and threads say in one language. */
export type ScreenTexts = Readonly<Record<keyof typeof enScreens, string>>

/** What is said round an answer in one language. */
export type AnsweringTexts = Readonly<Record<keyof typeof enAnswering, string>>

/** What is said about places to speak in, in one language. */
export type PlaceTexts = Readonly<Record<keyof typeof enPlaces, string>>

/** What is said about days, times and zones in one language. */
export type TimeTexts = Readonly<Record<keyof typeof enTimes, string>>
export type WishTexts = Readonly<Record<keyof typeof enWishes, string>>

/** The languages we speak (ISO 639-1). In any other, English. */
export const LANGUAGES = ['en', 'tr', 'ar', 'fa', 'fr', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en,
  tr,
  ar,
  fa,
  fr,
  de,
}
