import { distance } from 'fastest-levenshtein'
import type { Suggestion } from '../../chat/command.ts'
import { say } from '../../words/say.ts'
import { foldTerm, type NameIndex, nameTerm, type Term, type TermKind } from '../name-index.ts'
import { means } from './grammar.ts'
import { MOST_SUGGESTIONS, type SuggestingContext } from './reader.ts'
import { cutTokens, splitNames, termAt } from './tokens.ts'

/** What names in a row mean, and the words left over that name nothing we know. */
export interface NamesRead {
  readonly terms: readonly Term[]
  /** In order; phrases keep their quotes. */
  readonly rest: readonly string[]
  /** The same as one text, with the AND, OR and NOT between the words. */
  readonly words: string
  /** "all" was said. */
  readonly all: boolean
  /** Names that several things of one kind have, each with all of these. */
  readonly unclear: readonly { readonly typed: string; readonly terms: readonly Term[] }[]
}

/**
 * Finds names by longest match in the name index, in any order: `middle east conflict turkey`. Small words
 * between them are skipped.
 */
export function readNames(text: string, nameIndex: NameIndex): NamesRead {
  const tokens = cutTokens(text).flatMap((token) => splitNames(token, nameIndex))
  const terms: Term[] = []
  const rest: string[] = []
  const words: string[] = []
  const leave = (word: string): void => {
    rest.push(word)
    words.push(word)
  }
  const unclear: { typed: string; terms: readonly Term[] }[] = []
  let all = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (isAll(token)) {
      all = true
      continue
    }
    const match = termAt(tokens, at, nameIndex)
    if (match !== null) {
      const typed = textOf(tokens.slice(at, at + match.length))
      const several = namesakes(typed, match.term.kind, nameIndex)
      if (several.length > 1) unclear.push({ typed, terms: several })
      else terms.push(match.term)
      at += match.length - 1
    } else if (token.quoted) leave(`"${token.text}"`)
    else if (words.length > 0 && /^(?:AND|OR|NOT)$/u.test(token.text)) words.push(token.text)
    else if (!isSmall(token.text)) leave(token.text.replace(/,+$/u, ''))
  }
  const last = words.findLastIndex((word) => !/^(?:AND|OR|NOT)$/u.test(word))
  return { terms, rest, words: words.slice(0, last + 1).join(' '), all, unclear }
}

const textOf = (tokens: readonly { readonly text: string }[]): string =>
  tokens.map(({ text }) => text.replace(/[,،;]+$/u, '')).join(' ')

/** Returns everything of a kind that has this name: two countries are called Congo. */
export function namesakes(typed: string, kind: TermKind, { terms, languages }: NameIndex): readonly Term[] {
  const key = foldTerm(typed)
  const called = kind === 'language' ? [languages.get(key) ?? []].flat() : (terms.get(key) ?? [])
  return called.filter((term) => term.kind === kind)
}

function isSmall(word: string): boolean {
  return SIGNS.test(word) || means(word, 'filler') || means(word, 'in') || means(word, 'and')
}

/** Signs between names. An emoji is none of them, since it may be meant as a name. */
const SIGNS = /^(?:(?!\p{Extended_Pictographic})[\p{P}\p{S}])+$/u

const isAll = (token: { readonly text: string; readonly quoted: boolean }): boolean =>
  !token.quoted && means(token.text, 'all')

/** A typing mistake changes at most this share of the letters. */
const TYPING_MISTAKE = 0.2

/**
 * In words of up to this many letters only one mistake is allowed: “every” is not meant as “energy”. The same
 * holds for words with another first letter: “kurdistan” is not meant as “Gürcistan”.
 */
const SHORT = 6

/** A guess that is much further off than the best one only confuses. */
const NEARLY_AS_NEAR = 0.1

/** Shorter words are close to too many others. */
const SHORTEST = 4

/**
 * Returns names in a language (BCP 47) close to what was typed, for "did you mean": at most three, best
 * first.
 */
export function nearNames(words: string, nameIndex: NameIndex, language: string, kind?: TermKind): string[] {
  const known = termsOf(kind, nameIndex)
  const near = nearest(foldTerm(words), [...known.keys()]).flatMap((key) => known.get(key) ?? [])
  return [...new Set(near.map((term) => nameTerm(term, language)))].slice(0, 3)
}

/**
 * Returns the names of things of one kind; without a kind, of everything that a filter takes side by side.
 */
function termsOf(
  kind: TermKind | undefined,
  { terms, languages }: NameIndex,
): ReadonlyMap<string, readonly Term[]> {
  if (kind === 'language') return new Map(Array.from(languages, ([key, term]) => [key, [term]]))
  if (kind === undefined) return terms
  const own = Array.from(terms, ([key, all]) => [key, all.filter((term) => term.kind === kind)] as const)
  return new Map(own.filter(([, all]) => all.length > 0))
}

/** Order of equally good matches. */
const KINDS: readonly TermKind[] = ['region', 'country', 'topic', 'source', 'person', 'language']

/**
 * Suggests names of one kind for what is being typed; without a kind, of any kind. Names as they are shown
 * that begin with the text come first, then other names that begin with it, then words in a name that begin
 * with it, then the rest.
 */
export function suggestTerms(
  typed: string,
  { nameIndex, language }: SuggestingContext,
  kind?: TermKind,
): readonly Suggestion[] {
  // A filter may hold several names; the last one is being typed.
  const cut = kind === undefined ? typed.search(/[^\s,]*$/u) : 0
  const [begun, last] = [typed.slice(0, cut), typed.slice(cut)]
  const key = foldTerm(last)
  const ranked = new Map<string, { readonly term: Term; readonly rank: number }>()
  for (const [name, terms] of termsOf(kind, nameIndex)) {
    const rank = name.startsWith(key) ? 0 : name.includes(` ${key}`) ? 1 : name.includes(key) ? 2 : 3
    if (rank === 3) continue
    for (const term of terms) {
      const id = `${term.kind} ${term.id}`
      const there = ranked.get(id)
      const own = foldTerm(term.name).startsWith(key) ? -1 : rank
      if (there === undefined || own < there.rank) ranked.set(id, { term, rank: own })
    }
  }
  return [...ranked.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        KINDS.indexOf(a.term.kind) - KINDS.indexOf(b.term.kind) ||
        a.term.name.localeCompare(b.term.name),
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({ term }) => {
      const label = nameTerm(term, language)
      if (kind !== undefined) return { label, value: term.id }
      const value = /\s/u.test(term.name) ? `"${term.name}"` : term.name
      return { label: `${begun}${label} – ${say(`kind.${term.kind}`, language)}`, value: `${begun}${value}` }
    })
}

/**
 * Suggests people, organisations and cities for a search that is being typed, if its last words begin such a
 * name. Names of several words come in quotes.
 */
export function suggestSubjects(typed: string, { nameIndex }: SuggestingContext): readonly Suggestion[] {
  const starts = [0, ...[...typed.matchAll(/[\s("“„«]+/gu)].map(({ index, 0: { length } }) => index + length)]
  for (const start of starts) {
    const key = foldTerm(typed.slice(start))
    if (key.length < SHORTEST_SUBJECT) break
    const found = new Set<string>()
    for (const [spelling, name] of nameIndex.subjects()) {
      if (spelling.startsWith(key)) found.add(name)
      if (found.size === MOST_SUGGESTIONS) break
    }
    if (found.size === 0) continue
    const begun = typed.slice(0, start).replace(/["“„«]+$/u, '')
    return [...found].map((name) => ({
      label: `${begun}${name}`,
      value: `${begun}${/\s/u.test(name) ? `"${name}"` : name}`,
    }))
  }
  return []
}

/** Letters to type before anything is suggested. */
const SHORTEST_SUBJECT = 2

/** Returns the words that are close to what was typed, best first. */
export function nearest(typed: string, words: readonly string[]): string[] {
  if (typed.length < SHORTEST || typed.length > 80) return []
  return words
    .filter((word) => Math.abs(word.length - typed.length) <= 3)
    .map((word) => ({ word, steps: stepsBetween(word, typed), length: Math.max(word.length, typed.length) }))
    .filter(({ word, steps, length }) => {
      const isSmall = length <= SHORT || word[0] !== typed[0]
      return steps <= (isSmall ? 1 : length * TYPING_MISTAKE)
    })
    .map(({ word, steps, length }) => ({ word, share: steps / length }))
    .sort((a, b) => a.share - b.share)
    .filter(({ share }, _, [best]) => share <= (best?.share ?? 0) + NEARLY_AS_NEAR)
    .map(({ word }) => word)
}

/** Counts letters that were added, left out or changed. Two swapped letters count once. */
function stepsBetween(word: string, typed: string): number {
  const steps = distance(word, typed)
  return steps === 2 && sorted(word) === sorted(typed) ? 1 : steps
}

const sorted = (word: string): string => Array.from(word).sort().join('')
