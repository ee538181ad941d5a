import { LRUCache } from 'lru-cache'
import type { Message as Written } from 'discord.js'
import { detectLanguage } from '../../../src/language/detect-language.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { readText } from '../../../src/language/read-text.ts'

/** People's languages as Discord reported them (BCP 47), by user id. */
export type KnownLanguages = Pick<LRUCache<string, string>, 'get' | 'set'>

/** The people of a small server. Anybody not remembered is answered in the language they write. */
const MOST_PEOPLE = 5_000

export const openKnownLanguages = (): KnownLanguages => new LRUCache<string, string>({ max: MOST_PEOPLE })

const OUR_LANGUAGES: readonly string[] = SPOKEN

/**
 * The language (BCP 47) in which to answer a message. Discord reports a person's language with interactions,
 * but not with messages. So the expected language is the one last reported, else the server's. The language
 * of the message itself wins if it is one of ours and is detected as a different one.
 */
export function languageOfSentence(
  sentence: string,
  { author, guild }: Pick<Written, 'author' | 'guild'>,
  { knownLanguages, language }: { readonly knownLanguages: KnownLanguages; readonly language: string },
): string {
  const expected = knownLanguages.get(author.id) ?? guild?.preferredLocale ?? language
  const said = detectLanguage(sentence, readText(sentence).folded, new Intl.Locale(expected).language)
  return OUR_LANGUAGES.includes(said) && said !== new Intl.Locale(expected).language ? said : expected
}
