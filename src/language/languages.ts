/**
 * The languages we speak (ISO 639-1); readers of any other get English. The others are translated from the
 * first.
 */
export const SPOKEN = ['en', 'tr', 'ar', 'fa', 'fr', 'de', 'ru', 'es'] as const
export type Spoken = (typeof SPOKEN)[number]

/**
 * Every language (ISO 639-1) with data in a folder of its name. `docs/add-a-language.md` explains each file
 * there.
 */
export const LANGUAGES = [
  ...SPOKEN,
  ...(['el', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'uk', 'zh'] as const),
]
export type Language = (typeof LANGUAGES)[number]

/** Code for what all languages share (ISO 639-2). */
export const EVERY_LANGUAGE = 'mul'
