import {
  type ExpressionMistake,
  LONGEST_EXPRESSION,
  MOST_KEYWORDS,
  parseExpression,
} from '../../subscriptions/expression/parse-expression.ts'
import { printExpression } from '../../subscriptions/expression/print-expression.ts'
import type { Wishes } from '../../subscriptions/wishes.ts'
import { say } from '../../words/say.ts'
import { listOf, type Mistake, quoted } from '../notice.ts'
import { foldTerm, nameTerm, type Term, type TermKind, type Vocabulary } from '../vocabulary.ts'
import { isSmallWord } from './grammar.ts'
import { namesakes, readWish, suggestNames } from './names.ts'
import { added, type Around, type Read, tooLong, wrong } from './reader.ts'

const FIELD = {
  region: 'regions',
  country: 'countries',
  topic: 'topics',
  source: 'sources',
  person: 'people',
  language: 'languages',
} as const satisfies Readonly<Record<TermKind, keyof Wishes>>

function withTerm(wish: Wishes, term: Term): Wishes {
  const field = FIELD[term.kind]
  return { ...wish, [field]: added(wish[field], term.id) }
}

/** The id of something of one kind, by any of its names. */
export function readName(kind: Exclude<TermKind, 'person'>, typed: string, { draft, context }: Around): Read {
  const key = foldTerm(typed)
  const { vocabulary } = context
  const several = kind === 'language' ? [] : namesakes(typed, kind, vocabulary)
  if (several.length > 1) return wrong(tellNamesakes(typed, several))
  const term =
    kind === 'language'
      ? vocabulary.languages.get(key)
      : (vocabulary.terms.get(key)?.find((other) => other.kind === kind) ?? byCode(kind, typed, vocabulary))
  if (term !== undefined) return { change: { wish: withTerm(draft.wish, term) } }
  return wrong((language) => {
    const names = suggestNames(typed, vocabulary, language, kind)
    return names.length === 0
      ? say(`mistake.${kind}`, language, { typed: quoted(typed, language) })
      : say(`mistake.${kind}Near`, language, {
          typed: quoted(typed, language),
          names: listOf(
            names.map((name) => quoted(name, language)),
            language,
            'disjunction',
          ),
        })
  })
}

/** Somebody known by all spellings, or a name as it is typed: the news names people whom no list has. */
export function readPerson(typed: string, { draft, context }: Around): Read {
  const key = foldTerm(typed)
  if (!/\p{L}/u.test(key))
    return wrong((language) => say('mistake.person', language, { typed: quoted(typed, language) }))
  const known = context.vocabulary.terms.get(key)?.find((term) => term.kind === 'person')
  if (known === undefined && typed.length > LONGEST_NAME) return tooLong(typed, LONGEST_NAME)
  const people = added(draft.wish.people, known?.id ?? typed)
  return { change: { wish: { ...draft.wish, people } } }
}

/** UTF-16 units of a name. */
const LONGEST_NAME = 80

/** `country:sy`: two letters are a country only where a country is asked for. */
function byCode(kind: TermKind, typed: string, vocabulary: Vocabulary): Term | undefined {
  if (kind !== 'country' || !/^[a-z]{2}$/iu.test(typed)) return undefined
  const code = typed.toUpperCase()
  for (const terms of vocabulary.terms.values())
    for (const term of terms) if (term.kind === 'country' && term.id === code) return term
  return undefined
}

/** Names of any kind in a row; a word that is none is told with what it may mean. */
export function readWishes(typed: string, { draft, given, command, context }: Around): Read {
  const { terms, rest, words, all, unclear } = readWish(typed, context.vocabulary)
  const [twofold] = unclear
  if (rest.length === 0 && twofold !== undefined) return wrong(tellNamesakes(twofold.typed, twofold.terms))
  if (rest.length === 0)
    return {
      change: {
        wish: terms.reduce((wish, term) => withTerm(wish, term), draft.wish),
        all: all || draft.all,
      },
    }
  const takesKeywords = command.options.some((option) => option.name === 'keywords')
  return wrong((language) => {
    const unknown = explainUnknown(rest.slice(0, MOST_UNKNOWN), context.vocabulary, language)
    // Nothing can be looked for without a letter.
    if (foldTerm(words) === '') return unknown.join(' ')
    const keywords = [...(given.get('keywords') ?? []), words].join(' ')
    const way = takesKeywords
      ? say('hint.keywords', language, {
          example: `keywords:${/\s/u.test(keywords) ? `"${keywords.replaceAll('"', '')}"` : keywords}`,
        })
      : say('hint.search', language, { example: `search ${words}` })
    // Whoever names no command asks for a briefing, and may have meant something else.
    const help = command.name === 'briefing' ? `\n${say('hint.help', language)}` : ''
    return `${[...unknown, way].join(' ')}${help}`
  })
}

const tellNamesakes =
  (typed: string, terms: readonly Term[]): Mistake =>
  (language) =>
    say('mistake.several', language, {
      typed: quoted(typed, language),
      names: listOf(
        terms.map((term) => quoted(nameTerm(term, language), language)),
        language,
        'disjunction',
      ),
    })

/** A sentence for each word that is near to a name, and one for all the others. */
function explainUnknown(rest: readonly string[], vocabulary: Vocabulary, language: string): string[] {
  const told = inRuns(
    rest.map((word) => word.replaceAll('"', '')),
    vocabulary,
    language,
  )
  const named = new Map(
    told.map((word) => [word, isSmallWord(word) ? [] : suggestNames(word, vocabulary, language)]),
  )
  const either = (names: readonly string[]): string =>
    listOf(
      names.map((name) => quoted(name, language)),
      language,
      'disjunction',
    )
  const lost = told.filter((word) => named.get(word)?.length === 0)
  return [
    ...told
      .filter((word) => !lost.includes(word))
      .map((word) =>
        say('mistake.nameNear', language, {
          typed: quoted(word, language),
          names: either(named.get(word) ?? []),
        }),
      ),
    ...(lost.length === 0 ? [] : [say('mistake.name', language, { typed: either(lost) })]),
  ]
}

/** Words that together are near to a name stand together: "midle east". */
function inRuns(words: readonly string[], vocabulary: Vocabulary, language: string): string[] {
  const [first, second, ...others] = words
  if (first === undefined || second === undefined) return [...words]
  const pair = `${first} ${second}`
  const isName = suggestNames(pair, vocabulary, language).length > 0
  return isName
    ? [pair, ...inRuns(others, vocabulary, language)]
    : [first, ...inRuns([second, ...others], vocabulary, language)]
}

/** Unknown words told one by one; with more, the whole is no question of ours. */
const MOST_UNKNOWN = 3

/** A keyword expression, written in one form. */
export function readKeywords(typed: string, { draft }: Around): Read {
  const parsed = parseExpression(typed)
  return parsed.status === 'parsed'
    ? { change: { wish: { ...draft.wish, expression: printExpression(parsed.expression) } } }
    : wrong(explainExpression(typed, parsed.mistake))
}

/** What is wrong with a keyword expression, and how to write it. */
export function explainExpression(typed: string, { kind, near }: ExpressionMistake): Mistake {
  return (language) => {
    switch (kind) {
      case 'empty':
        return say('keywords.empty', language)
      case 'too-long':
        return say('keywords.tooLong', language, { count: typed.length, most: LONGEST_EXPRESSION })
      case 'too-many-terms':
        return say('keywords.tooMany', language, { most: MOST_KEYWORDS })
      case 'too-deep':
        return say('keywords.tooDeep', language)
      case 'no-letters':
        return say('keywords.noLetters', language, { near: quoted(near, language) })
      case 'bracket':
        return say('keywords.bracket', language)
      case 'operator':
        return near === ''
          ? say('keywords.operatorAtEnd', language)
          : say('keywords.operator', language, { near: quoted(near, language) })
      default:
        return kind satisfies never
    }
  }
}
