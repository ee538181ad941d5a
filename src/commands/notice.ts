import type { Asker } from '../chat/command.ts'
import type { Action, Message } from '../records/message.ts'
import { shorten } from '../text/shorten.ts'
import type { GivenTo, PhraseKey } from '../words/catalogues.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'

export function notice(
  level: 'info' | 'warning' | 'error',
  text: string,
  asker: Pick<Asker, 'language'>,
): Extract<Message, { readonly kind: 'notice' }> {
  return { kind: 'notice', level, text, language: asker.language }
}

/** Tells everybody who reads here, not only the asker. In direct messages there is nobody else. */
export const tellAll = (
  text: string,
  asker: Pick<Asker, 'isDirect' | 'language'>,
  actions: readonly Action[] = [],
): Message => ({
  ...notice('info', text, asker),
  ...(!asker.isDirect && { isForAll: true as const }),
  actions,
})

type Reader = Pick<Asker, 'language'>

/** An answer with one of our texts. */
export const info = <Key extends PhraseKey>(
  reader: Reader,
  key: Key,
  ...given: GivenTo<Key, string>
): Message => notice('info', say(key, reader.language, ...given), reader)

/** An answer with one of our texts, to something that cannot be done. */
export const warning = <Key extends PhraseKey>(
  reader: Reader,
  key: Key,
  ...given: GivenTo<Key, string>
): Message => notice('warning', say(key, reader.language, ...given), reader)

/** An answer that lists mistakes, one line each. */
export const refusal = (reader: Reader, ...mistakes: readonly Mistake[]): Message =>
  notice('warning', mistakes.map((mistake) => mistake(reader.language)).join('\n'), reader)

/** Says in a language (BCP 47) what was wrong with what somebody typed, and what to do instead. */
export type Mistake = (language: string) => string

/** Joins things with "and" or "or", as a language (BCP 47) does. */
export function listOf(
  things: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return joinNames(things, language, type).join('')
}

/** Joins quoted things with "or". */
export const eitherOf = (things: readonly string[], language: string): string =>
  listOf(
    things.map((thing) => quoted(thing, language)),
    language,
    'disjunction',
  )

/** Quotes what somebody typed, shortened, with the quotation marks of a language (BCP 47). */
export const quoted = (typed: string, language: string): string =>
  say('list.quoted', language, { text: shorten(typed, MOST_QUOTED) })

/** In UTF-16 units. */
const MOST_QUOTED = 60
