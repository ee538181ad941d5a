import type { Asker } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
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

/** What somebody typed, at most `MOST_QUOTED` of it, in the quotes of a language (BCP 47). */
export function quoted(typed: string, language: string): string {
  const text = typed.length > MOST_QUOTED ? `${typed.slice(0, cutBefore(typed))}…` : typed
  return say('list.quoted', language, { text })
}

/** UTF-16 units. */
const MOST_QUOTED = 60

/** Between two words where there are any, and never inside a character. */
function cutBefore(text: string): number {
  const end = text.slice(0, MOST_QUOTED).search(/\s+\S*$/u)
  const last = end > MOST_QUOTED / 2 ? end : MOST_QUOTED - 1
  return /[\ud800-\udbff]/u.test(text.charAt(last - 1)) ? last - 1 : last
}
