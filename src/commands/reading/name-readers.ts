import {
  type ExpressionMistake,
  hasOperators,
  LONGEST_EXPRESSION,
  MOST_KEYWORDS,
  parseExpression,
  printExpression,
} from '../../subscriptions/expression/parse-expression.ts'
import { filterOf, type NewsFilter } from '../../subscriptions/news-filter.ts'
import { say } from '../../words/say.ts'
import { eitherOf, type Mistake, quoted } from '../notice.ts'
import { foldTerm, type NameIndex, nameTerm, type Term, type TermKind } from '../name-index.ts'
import { isKnownWord } from '../understanding/correct-typo.ts'
import { standingFilter } from '../understanding/to-input.ts'
import { understand } from '../understanding/understand.ts'
import { isSmallWord } from './grammar.ts'
import { namesakes, type NamesRead, nearNames, readNames, suggestSubjects, suggestTerms } from './names.ts'
import {
  added,
  type Draft,
  misread,
  MOST_SUGGESTIONS,
  type Read,
  type ReadArguments,
  type ReadingContext,
  tooLong,
  type ValueReader,
  wrong,
} from './reader.ts'

/** Adds one term to a filter. */
export const withTerm = (filter: NewsFilter, { kind, id }: Term): NewsFilter => ({
  ...filter,
  [FIELD[kind]]: added(filter[FIELD[kind]], id),
})

/** The field of the filter for each kind of term. */
export const FIELD = {
  region: 'regions',
  country: 'countries',
  topic: 'topics',
  source: 'sources',
  person: 'people',
  language: 'languages',
} as const satisfies Readonly<Record<TermKind, keyof NewsFilter>>

/** Reads things of one kind, by any of their names. `change` says what one changes, else the filter. */
export const nameReader = (
  kind: Exclude<TermKind, 'person'>,
  change: (draft: Draft, term: Term) => Partial<Draft> = ({ filter }, term) => ({
    filter: withTerm(filter, term),
  }),
): ValueReader => ({
  ...termReaderBase(kind),
  read(typed, { draft, context: { nameIndex } }) {
    const several = namesakes(typed, kind, nameIndex)
    if (several.length > 1) return wrong(tellNamesakes(typed, several))
    const term = several[0] ?? countryByCode(kind, typed, nameIndex) ?? placeAsTopic(kind, typed, nameIndex)
    if (term !== undefined) return { change: change(draft, term) }
    return wrong((language) => {
      const names = nearNames(typed, nameIndex, language, kind)
      const said = { typed: quoted(typed, language), names: eitherOf(names, language) }
      return say(names.length === 0 ? `mistake.${kind}` : `mistake.${kind}Near`, language, said)
    })
  },
})

/** Reads `topic:syria`: people also call a country a topic. */
function placeAsTopic(kind: TermKind, typed: string, nameIndex: NameIndex): Term | undefined {
  if (kind !== 'topic') return undefined
  const places = (['country', 'region'] as const).flatMap((place) => namesakes(typed, place, nameIndex))
  return places.length === 1 ? places[0] : undefined
}

const termReaderBase = (kind: TermKind): Omit<ValueReader, 'read'> => ({
  kind,
  knows: (text, { nameIndex }) => namesakes(text, kind, nameIndex).length > 0,
  suggest: (typed, around) => suggestTerms(typed, around, kind),
})

/** Reads a person known by any spelling, or a name as typed: the news names people whom no list has. */
export const PERSON: ValueReader = {
  ...termReaderBase('person'),
  read(typed, { draft, context }) {
    if (!/\p{L}/u.test(foldTerm(typed))) return misread('mistake.person', typed)
    const [known] = namesakes(typed, 'person', context.nameIndex)
    if (known === undefined && typed.length > LONGEST_NAME) return tooLong(typed, LONGEST_NAME)
    const people = added(draft.filter.people, known?.id ?? typed)
    return { change: { filter: { ...draft.filter, people } } }
  },
}

/** In UTF-16 units. */
const LONGEST_NAME = 80

/** Reads `country:sy`. Two letters are a country only where a country is asked for. */
function countryByCode(kind: TermKind, typed: string, nameIndex: NameIndex): Term | undefined {
  if (kind !== 'country' || !/^[a-z]{2}$/iu.test(typed)) return undefined
  const code = typed.toUpperCase()
  for (const terms of nameIndex.terms.values())
    for (const term of terms) if (term.kind === 'country' && term.id === code) return term
  return undefined
}

/** Reads names of any kind in a row. For an unknown word, the answer says what it may mean. */
export const FILTER: ValueReader = { kind: 'filter', read: readFilter, suggest: suggestTerms }

function readFilter(typed: string, { draft, given, command, context }: ReadArguments): Read {
  const { terms, rest, words, all, unclear } = readNames(typed, context.nameIndex)
  const [twofold] = unclear
  if (rest.length === 0 && twofold !== undefined) return wrong(tellNamesakes(twofold.typed, twofold.terms))
  const filter = terms.reduce(withTerm, draft.filter)
  const takesKeywords = command.options.some((option) => option.name === 'keywords')
  const isPlain = context.namesOnly === true || !takesKeywords || given.has('keywords')
  // "Truce" is a word to follow, and also a name of the topic that it belongs to.
  const isThing = command.name === 'subscribe' && terms.some(({ kind }) => kind === 'topic')
  if (rest.length === 0 && (isPlain || !isThing)) return { change: { filter, ...(all && { all }) } }
  const said = isPlain ? null : readAsSentence(typed, command.name, context)
  if (rest.length === 0 && said === null) return { change: { filter, ...(all && { all }) } }
  if (said !== null) {
    const lists = Object.values(FIELD).map(
      (list) => [list, (said[list] ?? []).reduce(added, draft.filter[list] ?? [])] as const,
    )
    return {
      change: {
        filter: filterOf({ ...draft.filter, ...said, ...Object.fromEntries(lists) }),
        ...(all && { all }),
      },
    }
  }
  return wrong((language) => {
    const unknown = explainUnknown(rest.slice(0, MOST_UNKNOWN), context.nameIndex, language)
    // Without a letter there is nothing to search for.
    if (foldTerm(words) === '') return unknown.join(' ')
    const keywords = [...(given.get('keywords') ?? []), words].join(' ')
    const phrase = /\s/u.test(keywords) ? `"${keywords.replaceAll('"', '')}"` : keywords
    const way = takesKeywords
      ? say('hint.keywords', language, { example: `keywords:${phrase}` })
      : say('hint.search', language, { example: `search ${words}` })
    // Whoever names no command gets a briefing, and may have meant something else.
    const help = command.name === 'briefing' ? `\n${say('hint.help', language)}` : ''
    return `${[...unknown, way].join(' ')}${help}`
  })
}

/**
 * Reads names that include groups, bodies and towns, or words to follow, as a sentence would. Null where a
 * word may be a typing mistake.
 */
function readAsSentence(typed: string, command: string, context: ReadingContext): NewsFilter | null {
  const wish = understand(typed, context)
  const { word, words, not, ask, corrected, hasUnreadRhythm, spoken, topicsSpoken } = wish
  const isNews = word === 'briefing' || word === 'search'
  const isNamed = spoken.length > 0 || (command === 'subscribe' && topicsSpoken.length > 0)
  if (!isNews || not !== null || ask || hasUnreadRhythm || corrected.length > 0 || !isNamed) return null
  if (hasOperators(typed) || /\p{Nd}/u.test(typed)) return null
  // What is asked for now can be asked again; what is followed is confirmed with a button to undo it.
  const isFollowed = command === 'subscribe'
  const isKnown = words.every((one) => one.split(/\s+/u).every(isKnownWord))
  const asked = isFollowed ? ({ ...wish, word: 'subscribe' } as const) : wish
  return words.length === 0 || (isFollowed && isKnown) ? standingFilter(asked, null) : null
}

/**
 * Reads what is excluded: topics, countries, regions and sources. A region is excluded country by country,
 * since a filter cannot exclude regions.
 */
export const WITHOUT: ValueReader = {
  kind: 'filter',
  read(typed, { draft, context }) {
    const { nameIndex } = context
    const country = countryByCode('country', typed, nameIndex)
    const { terms, rest, unclear }: Pick<NamesRead, 'terms' | 'rest' | 'unclear'> =
      country === undefined ? readNames(typed, nameIndex) : { terms: [country], rest: [], unclear: [] }
    const [twofold] = unclear
    if (rest.length === 0 && twofold !== undefined) return wrong(tellNamesakes(twofold.typed, twofold.terms))
    const refused = rest.length > 0 && terms.length === 0 ? excludedWords(typed, draft.filter, context) : null
    if (refused !== null) return { change: { filter: refused } }
    if (rest.length > 0 || terms.some(({ kind }) => !LEAVES_OUT.has(kind)))
      return wrong((language) => say('mistake.without', language, { typed: quoted(typed, language) }))
    return {
      change: {
        filter: terms.reduce((filter, term) => leaveOut(filter, term, nameIndex), draft.filter),
      },
    }
  },
  suggest: (typed, around) =>
    (['topic', 'region', 'country', 'source'] as const)
      .flatMap((kind) => suggestTerms(typed, around, kind))
      .slice(0, MOST_SUGGESTIONS),
}

/** Reads "without:hamas": people, groups and words become keywords. Null for a likely typing mistake. */
function excludedWords(
  typed: string,
  filter: NewsFilter,
  { nameIndex, now, zone }: ReadingContext,
): NewsFilter | null {
  const { people, organisations, words, corrected, ask } = understand(typed, { nameIndex, now, zone })
  const isKnown = words.every((one) => one.split(/\s+/u).every(isKnownWord))
  const refused = [...people, ...organisations, ...words].map((one) => `NOT "${one.replaceAll('"', '')}"`)
  if (!isKnown || corrected.length > 0 || ask || refused.length === 0) return null
  const said = filter.expression === undefined ? [] : [`(${filter.expression})`]
  const parsed = parseExpression([...said, ...refused].join(' AND '))
  return parsed.status === 'parsed' ? { ...filter, expression: printExpression(parsed.expression) } : null
}

const LEAVES_OUT: ReadonlySet<TermKind> = new Set(['topic', 'country', 'region', 'source'])

function leaveOut(filter: NewsFilter, { kind, id }: Term, { countriesOf }: NameIndex): NewsFilter {
  if (kind === 'topic') return { ...filter, withoutTopics: added(filter.withoutTopics, id) }
  if (kind === 'source') return { ...filter, withoutSources: added(filter.withoutSources, id) }
  const codes = kind === 'region' ? (countriesOf.get(id) ?? []) : [id]
  return {
    ...filter,
    withoutCountries: codes.reduce<readonly string[]>(added, filter.withoutCountries ?? []),
  }
}

const tellNamesakes =
  (typed: string, terms: readonly Term[]): Mistake =>
  (language) =>
    say('mistake.several', language, {
      typed: quoted(typed, language),
      names: eitherOf(
        terms.map((term) => nameTerm(term, language)),
        language,
      ),
    })

/** Explains unknown words: one sentence for each that is close to a name, and one for all the others. */
function explainUnknown(rest: readonly string[], nameIndex: NameIndex, language: string): string[] {
  const words = rest.map((word) => word.replaceAll('"', ''))
  const named = inRuns(words, nameIndex, language).map((word) => ({
    word,
    near: isSmallWord(word) ? [] : nearNames(word, nameIndex, language),
  }))
  const lost = named.flatMap(({ word, near }) => (near.length === 0 ? [word] : []))
  return [
    ...named.flatMap(({ word, near }) => {
      const given = { typed: quoted(word, language), names: eitherOf(near, language) }
      return near.length === 0 ? [] : [say('mistake.nameNear', language, given)]
    }),
    ...(lost.length === 0 ? [] : [say('mistake.name', language, { typed: eitherOf(lost, language) })]),
  ]
}

/** Joins words that are close to a name only together: "midle east". */
function inRuns(words: readonly string[], nameIndex: NameIndex, language: string): string[] {
  const [first, second, ...others] = words
  if (first === undefined || second === undefined) return [...words]
  const pair = `${first} ${second}`
  const isName = nearNames(pair, nameIndex, language).length > 0
  return isName
    ? [pair, ...inRuns(others, nameIndex, language)]
    : [first, ...inRuns([second, ...others], nameIndex, language)]
}

/** Unknown words explained one by one. With more, the whole text is probably nothing for us. */
const MOST_UNKNOWN = 3

/** Reads a keyword expression and writes it in one form. */
export const KEYWORDS: ValueReader = {
  kind: 'keywords',
  suggest: suggestSubjects,
  read(typed, { draft }) {
    const parsed = parseExpression(typed)
    return parsed.status === 'parsed'
      ? { change: { filter: { ...draft.filter, expression: printExpression(parsed.expression) } } }
      : wrong(explainExpression(typed, parsed.mistake))
  },
}

/** Says what is wrong with a keyword expression, and how to write it. */
export function explainExpression(typed: string, { kind, near: word }: ExpressionMistake): Mistake {
  return (language) => {
    const near = quoted(word, language)
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
        return say('keywords.noLetters', language, { near })
      case 'bracket':
        return say('keywords.bracket', language)
      case 'operator':
        return say(word === '' ? 'keywords.operatorAtEnd' : 'keywords.operator', language, { near })
      default:
        return kind satisfies never
    }
  }
}
