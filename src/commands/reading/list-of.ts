import { joinNames } from '../../words/join-names.ts'
import { say } from '../../words/say.ts'

/** Things with "and" or "or" between them, as a language (BCP 47) has it. */
export function listOf(
  things: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return joinNames(things, language, type).join('')
}

/** What somebody typed, no longer than a glance, in the quotes of a language (BCP 47). */
export function quoted(typed: string, language: string): string {
  const text = typed.length > 60 ? `${typed.slice(0, 59)}…` : typed
  return say('list.quoted', language, { text })
}
