import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { shorten } from '../text/shorten.ts'
import type { GivenTo, PhraseKey } from '../words/catalogues.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'

/** A short answer in words. */
export function notice(
  level: 'info' | 'warning' | 'error',
  text: string,
  asker: Pick<Asker, 'language'>,
): Message {
  return { kind: 'notice', level, text, language: asker.language }
}

type Reader = Pick<Asker, 'language'>

/** One of our texts as an answer. */
export const info = <Key extends PhraseKey>(
  reader: Reader,
  key: Key,
  ...given: GivenTo<Key, string>
): Message => notice('info', say(key, reader.language, ...given), reader)

/** One of our texts as the answer to what cannot be done. */
export const warning = <Key extends PhraseKey>(
  reader: Reader,
  key: Key,
  ...given: GivenTo<Key, string>
): Message => notice('warning', say(key, reader.language, ...given), reader)

/** What was wrong, a line each. */
export const refusal = (reader: Reader, ...mistakes: readonly Mistake[]): Message =>
  notice('warning', mistakes.map((mistake) => mistake(reader.language)).join('\n'), reader)

/** What was wrong with what somebody typed and what to do instead, in the reader's language (BCP 47). */
export type Mistake = (language: string) => string

/** Things with "and" or "or" between them, as a language (BCP 47) has it. */
export function listOf(
  things: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return joinNames(things, language, type).join('')
}

/** Things in quotes with "or" between them. */
export const eitherOf = (things: readonly string[], language: string): string =>
  listOf(
    things.map((thing) => quoted(thing, language)),
    language,
    'disjunction',
  )

/** What somebody typed, as far as there is room for it, in the quotes of a language (BCP 47). */
export const quoted = (typed: string, language: string): string =>
  say('list.quoted', language, { text: shorten(typed, MOST_QUOTED) })

/** UTF-16 units. */
const MOST_QUOTED = 60
