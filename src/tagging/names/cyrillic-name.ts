import { EVERY_LANGUAGE } from '../../language/languages.ts'
import { wordEndings } from '../../language/parts.ts'
import { baseForms } from '../../language/endings.ts'
import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import type { GivenName } from './known-names.ts'

const SHORTEST_SURNAME = 3

/**
 * Somebody's name in a Russian or Ukrainian text, in the nominative; undefined where its first word is no known first name. The ending of the family name
 * follows the first name's: "Бориса Джонсона" gives "Борис Джонсон", "Терезы Мэй" "Тереза Мэй".
 */
export function cyrillicName(
  words: Words,
  known: readonly KnownWord[],
  first: number,
  last: number,
  language: string,
): string | undefined {
  const given = known[first]?.givenName
  if (given === undefined || last === first) return undefined
  const spelled = new Set(words.folded.filter((_, other) => hasMark(words, other, MARK.capital)))
  const between = words.text.slice(words.end[first], words.start[last]).replace(/\s+/g, ' ')
  return `${capitalise(given.base)}${between}${nominative(words, last, given, language, spelled)}`
}

function nominative(
  words: Words,
  at: number,
  given: GivenName,
  language: string,
  spelled: ReadonlySet<string>,
): string {
  const written = words.text.slice(words.start[at], words.end[at])
  if (given.isPlain && (given.isWoman || !changesInPlain(given.base))) return written
  const rules = wordEndings.of(EVERY_LANGUAGE)?.surnames?.[given.isWoman ? 'women' : 'men'] ?? []
  const lower = words.folded[at] ?? ''
  const fits = rules.filter(
    ([ending]) => lower.endsWith(ending) && lower.length - ending.length >= SHORTEST_SURNAME - 1,
  )
  // A form that the text spells elsewhere is surer than the rule.
  const elsewhere =
    fits.find(([ending, base]) => spelled.has(lower.slice(0, lower.length - ending.length) + base)) ??
    (given.isWoman
      ? undefined
      : baseForms(language, lower)
          .filter((form) => spelled.has(form) && form.length >= SHORTEST_SURNAME)
          .map((form): readonly [string, string] => [lower, form])[0])
  const [ending, base] = elsewhere ?? fits[0] ?? ['', '']
  if (ending === lower) return capitalise(base)
  return written.slice(0, written.length - ending.length) + base
}

/** Foreign first names in a vowel do not change ("Хайко Мааса"), so they do not tell the case. */
function changesInPlain(given: string): boolean {
  return /[оеэиую]$/u.test(given)
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
