import { joinNames } from '../../words/join-names.ts'

/** Things with "and" or "or" between them, as a language (BCP 47) has it. */
export function listOf(
  things: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return joinNames(things, language, type).join('')
}

/** What somebody typed, no longer than a glance. */
export function quoted(typed: string): string {
  return `“${typed.length > 60 ? `${typed.slice(0, 59)}…` : typed}”`
}
