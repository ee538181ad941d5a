/** The languages we speak (ISO 639-1); in any other we speak English. The first is what the others are translated from. */
export const SPOKEN = ['en', 'tr', 'ar', 'fa', 'fr', 'de', 'ru', 'es'] as const
export type Spoken = (typeof SPOKEN)[number]

/**
 * Every language (ISO 639-1) of which something is written down in the folder of its name. `docs/add-a-language.md` says what each
 * file there is for.
 */
export const LANGUAGES = [
  ...SPOKEN,
  ...(['el', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'sv', 'uk', 'zh'] as const),
]
export type Language = (typeof LANGUAGES)[number]

/** What all languages share (ISO 639-2). */
export const EVERY_LANGUAGE = 'mul'
