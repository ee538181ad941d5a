import { LRUCache } from 'lru-cache'
import type { Message as Written } from 'discord.js'
import { detectLanguage } from '../../../src/language/detect-language.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { readText } from '../../../src/language/read-text.ts'

/** Languages of people, as Discord told them (BCP 47), by id. */
export type KnownLanguages = Pick<LRUCache<string, string>, 'get' | 'set'>

/** A small server's people; who is not among them is answered in the language that they write. */
const MOST_PEOPLE = 5_000

export const openKnownLanguages = (): KnownLanguages => new LRUCache<string, string>({ max: MOST_PEOPLE })

const OURS: readonly string[] = SPOKEN

/**
 * In which language (BCP 47) a sentence is answered: Discord tells the language of a person with what they press, and of a message nothing. So it is the one
 * that they write, where it is ours and told apart from the one that they had when they last pressed something, else that of the server.
 */
export function languageSaid(
  sentence: string,
  { author, guild }: Pick<Written, 'author' | 'guild'>,
  { known, language }: { readonly known: KnownLanguages; readonly language: string },
): string {
  const expected = known.get(author.id) ?? guild?.preferredLocale ?? language
  const said = detectLanguage(sentence, readText(sentence).folded, new Intl.Locale(expected).language)
  return OURS.includes(said) && said !== new Intl.Locale(expected).language ? said : expected
}
