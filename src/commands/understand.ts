import { closest, distance } from 'fastest-levenshtein'
import { parseSince } from './parse-since.ts'
import { foldTerm, type Term, type TermKind, type Vocabulary } from './vocabulary.ts'

/** What somebody typed, understood. */
export interface Understood {
  readonly terms: readonly Term[]
  /** Milliseconds since 1970, or null when no time was given. */
  readonly since: number | null
  /** Words that name nothing we know; in a search they are what is looked for. Quotes are kept round phrases. */
  readonly rest: readonly string[]
  /** What was wrong, one sentence each, with what to do. Empty when all is well. */
  readonly mistakes: readonly string[]
}

export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA zone of the asker. */
  readonly zone: string
}

/** No question is longer; what is, is no question. */
const LONGEST_QUESTION = 500

/** A typing mistake differs from what was meant in this share of its letters at most. */
const TYPING_MISTAKE = 0.34

const KINDS: readonly TermKind[] = ['region', 'country', 'topic', 'source', 'language']

const kindOf = (key: string): TermKind | undefined => KINDS.find((kind) => kind === key)

/**
 * Reads words in any order: `syria since yesterday`, `region:"middle east" topic:conflict since:24h`, `"grain deal" turkey`.
 * Names are found by longest match in the vocabulary; `key:value` says what is meant where a word could be two things.
 */
export function understand(words: string, vocabulary: Vocabulary, moment: Moment): Understood {
  if (words.length > LONGEST_QUESTION) {
    return {
      terms: [],
      since: null,
      rest: [],
      mistakes: [`That is ${words.length} characters; please ask in at most ${LONGEST_QUESTION}.`],
    }
  }
  const tokens = cutTokens(words)
  const terms: Term[] = []
  const rest: string[] = []
  const mistakes: string[] = []
  let since: number | null = null

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (
      token.key === 'since' ||
      (token.key === null && !token.quoted && token.text.toLowerCase() === 'since')
    ) {
      const value = token.key === 'since' ? token.text : (tokens[++at]?.text ?? '')
      since = parseSince(value, moment.now, moment.zone)
      if (since === null)
        mistakes.push(
          `I don't know when '${value}' is. Try since:24h, since:3d, since:yesterday, since:friday or since:2026-03-01.`,
        )
    } else if (token.key !== null) {
      const found =
        kindOf(token.key) !== undefined
          ? vocabulary.terms.get(foldTerm(token.text))?.find((term) => term.kind === token.key)
          : undefined
      if (found !== undefined) terms.push(found)
      else mistakes.push(explainKey(token.key, token.text, vocabulary))
    } else {
      const match = token.quoted ? null : longestMatch(tokens, at, vocabulary)
      if (match === null) rest.push(token.quoted ? `"${token.text}"` : token.text)
      else {
        terms.push(match.term)
        at += match.length - 1
      }
    }
  }
  return { terms, since, rest, mistakes }
}

/** Names close to what was typed, for "did you mean": at most three, best first. */
export function suggest(words: string, vocabulary: Vocabulary, kind?: TermKind): string[] {
  const typed = foldTerm(words)
  if (typed.length < 3) return []
  const keys = [...vocabulary.terms]
    .filter(([, terms]) => kind === undefined || terms.some((term) => term.kind === kind))
    .map(([key]) => key)
  const near = keys
    .filter((key) => Math.abs(key.length - typed.length) <= 3)
    .map((key) => ({ key, share: distance(key, typed) / Math.max(key.length, typed.length) }))
    .filter(({ share }) => share <= TYPING_MISTAKE)
    .sort((a, b) => a.share - b.share)
  const names = near.flatMap(({ key }) => (vocabulary.terms.get(key) ?? []).map((term) => term.name))
  return [...new Set(names)].slice(0, 3)
}

interface Token {
  readonly key: string | null
  readonly text: string
  readonly quoted: boolean
}

function cutTokens(words: string): Token[] {
  const plain = words.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll(/[“”„«»]/gu, '"')
  return [...plain.matchAll(/(?:([\p{L}]+):)?(?:"([^"]*)"|([^\s"]+))/gu)].map(([, key, quoted, bare]) => ({
    key: key?.toLowerCase() ?? null,
    text: (quoted ?? bare ?? '').trim(),
    quoted: quoted !== undefined,
  }))
}

function longestMatch(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): { term: Term; length: number } | null {
  for (let length = Math.min(vocabulary.longest, tokens.length - at); length >= 1; length--) {
    const run = tokens.slice(at, at + length)
    if (run.some((token) => token.quoted || token.key !== null)) continue
    const term = vocabulary.terms.get(foldTerm(run.map((token) => token.text).join(' ')))?.[0]
    if (term !== undefined) return { term, length }
  }
  return null
}

function explainKey(key: string, value: string, vocabulary: Vocabulary): string {
  const kind = kindOf(key)
  if (kind === undefined) {
    const near = closest(key, [...KINDS, 'since'])
    return `'${key}:' is no option here; did you mean '${near}:'?`
  }
  const names = suggest(value, vocabulary, kind)
  const hint =
    names.length === 0
      ? `'help' lists what can be asked`
      : `did you mean ${names.map((name) => `'${name}'`).join(' or ')}?`
  return `I know no ${key} '${value}'; ${hint}`
}
