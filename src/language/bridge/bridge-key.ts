import { baseForms } from '../endings.ts'
import { wordEndings } from '../parts.ts'

/**
 * Returns the key under which a term of another language is looked up, usually the term itself. For a
 * language without a stemmer in `stem` (../stem.ts) the longest ending is cut off here, since terms must not
 * change because the search index stores them. Ukrainian letters are merged where Russian has another letter,
 * so that words that both languages share have one key.
 */
export function bridgeKey(term: string, language: string): string {
  if (language === 'uk') return term.replaceAll(/[іїыєэёґъ']/gu, (letter) => SHARED_LETTERS[letter] ?? '')
  return language === 'pl' ? withoutEnding(term, wordEndings.of(language)?.stem ?? []) : term
}

const SHARED_LETTERS: Readonly<Record<string, string>> = {
  і: 'и',
  ї: 'и',
  ы: 'и',
  є: 'е',
  э: 'е',
  ё: 'е',
  ґ: 'г',
}

/** Removes the first of these endings that leaves four letters, or three before a one-letter ending. */
function withoutEnding(term: string, endings: readonly string[]): string {
  const ending = endings.find(
    (end) => term.length - end.length >= (end.length === 1 ? 3 : 4) && term.endsWith(end),
  )
  return ending === undefined ? term : term.slice(0, term.length - ending.length)
}

/**
 * Returns other keys to try for a term that has no entry of its own, the likeliest first: with the stem as it
 * is in other forms, and without what its language attaches to the end or front of words.
 */
export function otherKeys(term: string, language: string): readonly string[] {
  const known = wordEndings.of(language)
  if (known === null) return []
  const key = bridgeKey(term, language)
  const changed = known.changes.flatMap(([ending, other]) => {
    const kept = key.length - ending.length
    return kept >= SHORTEST && key.endsWith(ending) ? [key.slice(0, kept) + other] : []
  })
  const headless = baseForms(language, term)
  const cut = [term, ...headless].flatMap((form) =>
    known.tails
      .filter((tail) => form.length - tail.length >= SHORTEST && form.endsWith(tail))
      .map((tail) => form.slice(0, form.length - tail.length)),
  )
  return [...changed, ...headless, ...cut]
}

const SHORTEST = 3

/**
 * Returns the pairs of words that a compound may be made of, as terms, the longest second word first:
 * "Bundeswehr-" and "-einsatz".
 */
export function compoundParts(
  term: string,
  language: string,
): readonly (readonly [first: string, second: string])[] {
  const joints = wordEndings.of(language)?.joints ?? []
  const parts: [string, string][] = []
  if (joints.length === 0) return parts
  for (let at = SHORTEST_PART; at <= term.length - SHORTEST_PART; at++) {
    const first = term.slice(0, at)
    const second = term.slice(at)
    parts.push([first, second])
    for (const joint of joints)
      if (first.endsWith(joint) && at - joint.length >= SHORTEST_PART)
        parts.push([first.slice(0, at - joint.length), second])
  }
  return parts
}

const SHORTEST_PART = 4
