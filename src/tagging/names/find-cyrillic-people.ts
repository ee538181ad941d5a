import { EVERY_LANGUAGE } from '../../language/languages.ts'
import { wordEndings } from '../../language/parts.ts'
import { baseForms } from '../../language/endings.ts'
import { APART, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { KnownWord } from '../known-word.ts'
import { type GivenName, TITLE_WORDS } from './known-names.ts'

const SHORTEST_SURNAME = 3

/**
 * People in a Russian or Ukrainian text: a known first name and the capital word after it, in the nominative. The ending of
 * the family name follows the first name's: "Бориса Джонсона" gives "Борис Джонсон", "Терезы Мэй" "Тереза Мэй".
 * `taken` are words that are listed names or places already.
 */
export function findCyrillicPeople(
  words: Words,
  known: readonly KnownWord[],
  language: string,
  taken: (at: number) => boolean,
): string[] {
  const found = new Map<string, string>()
  let spelled: ReadonlySet<string> | undefined
  for (let at = 0; at + 1 < words.folded.length; at++) {
    const given = known[at]?.givenName
    const end = at + 1
    if (given === undefined || !isFirstName(words, at)) continue
    if (taken(at) || taken(end) || !isSurname(words, end)) continue
    spelled ??= new Set(words.folded.filter((_, other) => hasMark(words, other, MARK.capital)))
    const last = isHyphenated(words, end + 1) ? end + 1 : end
    const surname =
      last === end
        ? nominative(words, end, given, language, spelled)
        : words.text.slice(words.start[end], words.end[last])
    const key = `${given.base} ${surname.toLowerCase()}`
    if (!found.has(key)) found.set(key, `${capitalise(given.base)} ${surname}`)
    at = last
  }
  return [...found.values()]
}

/** All capitals and initials are no first name. */
const isFirstName = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.capital) && !hasMark(words, at, MARK.allCapitals | MARK.dotted)

function isSurname(words: Words, at: number): boolean {
  const word = words.folded[at] ?? ''
  return (
    isFirstName(words, at) &&
    !hasMark(words, at, APART | MARK.afterApostrophe | MARK.digit) &&
    word.length >= SHORTEST_SURNAME &&
    word.charCodeAt(0) >= 0x400 &&
    !TITLE_WORDS.has(word)
  )
}

const isHyphenated = (words: Words, at: number): boolean =>
  hasMark(words, at, MARK.afterHyphen) && hasMark(words, at, MARK.capital)

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
