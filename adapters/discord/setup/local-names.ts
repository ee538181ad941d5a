import { Locale } from 'discord.js'
import { commandWords } from '../../../src/language/parts.ts'
import type { Spoken } from '../../../src/language/languages.ts'

/** Our languages that Discord's own pages have too: Arabic and Persian are not among them. https://docs.discord.com/developers/reference#locales */
const LOCALES = {
  [Locale.Turkish]: 'tr',
  [Locale.French]: 'fr',
  [Locale.German]: 'de',
} as const satisfies Partial<Record<Locale, Spoken>>

export type DiscordLanguage = (typeof LOCALES)[keyof typeof LOCALES]

/** How words and options are called where Discord speaks another language, as far as they have other names there; the English ones are understood as well. */
export function localNames(name: string): Partial<Record<Locale, string>> {
  const names = Object.entries(LOCALES).flatMap(([locale, language]) => {
    const own = commandWords.of(language)?.names[name]
    return own === undefined ? [] : [[locale, own]]
  })
  return Object.fromEntries(names)
}

/** Something said in each language that Discord has. */
export function inLocales(tell: (language: DiscordLanguage) => string): Partial<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(LOCALES).map(([locale, language]) => [locale, tell(language)]))
}
