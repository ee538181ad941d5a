import type { Expression } from '../../records/expression.ts'
import type { SearchPage, SearchQuery } from '../../records/search.ts'
import type { Db, Query } from '../db.ts'
import { engineOf } from '../engine.ts'
import { firstRowAt, selectPlaced, toPlacedArticle } from '../queries/article-rows.ts'
import { type AnalysedTerm, analyseTerms } from './analyse-terms.ts'
import { snippetsFor } from './cut-snippet.ts'
import { facet, indexedLanguages, rowsOfSources } from './facets.ts'
import { allOf, anyOf, type Condition, either, type Match } from './match.ts'
import { expressionMatch, orNamed, termMatch, translatedMatch } from './match-expression.ts'
import { asWritten, parseSearchWords } from './parse-search-words.ts'
import { countryCondition, rankNewest, wordCondition } from './rank-newest.ts'
import { translateTerms } from './translate-terms.ts'

const NO_HITS: SearchPage = { hits: [], more: false }

/**
 * With order `newest`, walks the index backwards and stops at a full page. `relevance` ranks a bounded newest
 * set (see `rankNewest`).
 */
export const search: Query<'search'> = async (db, query) => {
  const languages = query.languages ?? (await indexedLanguages(db))
  const asked = askedWords(query, languages)
  if (asked === null) return NO_HITS
  const filters = await filterConditions(db, query)
  if (filters === null) return NO_HITS
  const excluded = [...asked.excluded, ...(await leftOut(db, query))]
  const conditions = [...asked.conditions, ...filters]
  if (conditions.length === 0 && excluded.length > 0) {
    if (languages.length === 0) return NO_HITS
    conditions.push(plain(anyOf(languages.map(facet.language))))
  }
  const span = {
    from: query.since === undefined ? 0 : firstRowAt(query.since),
    // Rows know only seconds, so the second of `until` is included.
    to: query.until === undefined ? Number.MAX_SAFE_INTEGER : firstRowAt(query.until + 999),
    seenBefore: query.seenBefore,
  }
  const end = query.offset + query.limit + 1
  const match = allOf(
    conditions.map((condition) => condition.match),
    excluded,
  )
  const rows =
    query.order === 'newest' || asked.conditions.length === 0
      ? await engineOf(db).search.newestRows(db, { match, ...span }, end)
      : await rankNewest(db, { conditions, excluded, span }, end)
  const translated =
    rows.length < end && match !== null && asked.isTyped
      ? translateTerms(asked.terms, languages, query.reads)
      : null
  const others =
    translated === null
      ? []
      : await engineOf(db).search.newestRows(
          db,
          {
            match: allOf(
              [...translated.map(translatedMatch), ...filters.map((filter) => filter.match)],
              [...excluded, ...(match === null ? [] : [match])],
            ),
            ...span,
          },
          end - rows.length,
        )
  const all = [...rows, ...others]
  const page = all.slice(query.offset, query.offset + query.limit)
  const hits = await readHits(db, page, { terms: translated ?? asked.terms, translated: new Set(others) })
  return { hits, more: all.length > query.offset + query.limit }
}

/** One condition per filter; null if a filter has no possible match. An empty filter does not filter. */
async function filterConditions(db: Db, query: SearchQuery): Promise<readonly Condition[] | null> {
  const filters: Condition[] = []
  if (isSet(query.countries)) filters.push(countryCondition(query.countries))
  if (isSet(query.topics)) filters.push(plain(anyOf(query.topics.map(facet.topic))))
  if (isSet(query.languages)) filters.push(plain(anyOf(query.languages.map(facet.language))))
  if (isSet(query.sources)) {
    const rows = await rowsOfSources(db, query.sources)
    if (rows.length === 0) return null
    filters.push(plain(anyOf(rows.map(facet.source))))
  }
  return filters
}

/** Countries, topics and sources that no hit may have. */
async function leftOut(
  db: Db,
  { withoutCountries = [], withoutTopics = [], withoutSources = [] }: SearchQuery,
): Promise<readonly Match[]> {
  const rows = withoutSources.length === 0 ? [] : await rowsOfSources(db, withoutSources)
  return [
    ...withoutCountries.map(facet.country),
    ...withoutTopics.map(facet.topic),
    ...rows.map(facet.source),
  ].map((one) => anyOf([one]))
}

function plain(match: Match): Condition {
  return { match, better: [] }
}

function isSet(filter: readonly string[] | undefined): filter is readonly string[] {
  return filter !== undefined && filter.length > 0
}

async function readHits(
  db: Db,
  rows: readonly number[],
  {
    terms,
    translated,
  }: { readonly terms: readonly AnalysedTerm[]; readonly translated: ReadonlySet<number> },
): Promise<SearchPage['hits']> {
  if (rows.length === 0) return []
  const found = await selectPlaced(db).where('article.row', 'in', rows).execute()
  const byRow = new Map(found.map((row) => [row.row, toPlacedArticle(row)]))
  const cutSnippet = snippetsFor(terms)
  return rows.flatMap((row) => {
    const article = byRow.get(row)
    return article === undefined
      ? []
      : [
          {
            article,
            snippet: cutSnippet(article.text, article.tags.language),
            translated: translated.has(row),
          },
        ]
  })
}

/** What the words of a search ask for. */
interface AskedWords {
  readonly conditions: readonly Condition[]
  readonly excluded: readonly Match[]
  /** Words and phrases, to which articles in other languages are added; false for an expression. */
  readonly isTyped: boolean
  /** Terms to show in snippets; excluded ones are marked. */
  readonly terms: readonly AnalysedTerm[]
}

/**
 * Null if no article can match: "!!!" does not mean everything. `languages` are those of the articles (ISO
 * 639-1).
 */
function askedWords(
  { words, expression, names = [] }: Pick<SearchQuery, 'words' | 'expression' | 'names'>,
  languages: readonly string[],
): AskedWords | null {
  if (expression !== undefined) return languages.length === 0 ? null : inExpression(expression, languages)
  const typed = parseSearchWords(words)
  const terms = analyseTerms(typed, languages)
  const wanted = terms.filter(({ excluded }) => !excluded)
  const isAsked = typed.some(({ excluded }) => !excluded)
  if (typed.length > 0 && (terms.length === 0 || (wanted.length === 0 && isAsked))) return null
  return {
    conditions: wanted.map((term, at) => {
      const run = runsWith(wanted, at)
      const known = names.filter(({ text }) => run.includes(text))
      const spelled = known.flatMap(({ spellings = [] }) => analyseTerms(spellings.map(asWritten), languages))
      const said = either([term, ...spelled].map(termMatch))
      return wordCondition(orNamed(said, [...run, ...known.map(({ name }) => name)]))
    }),
    excluded: terms.filter(({ excluded }) => excluded).map(termMatch),
    isTyped: true,
    terms,
  }
}

/** The runs of typed words that contain one of them: what they may name together. */
function runsWith(terms: readonly AnalysedTerm[], at: number): readonly string[] {
  const runs: string[] = []
  for (let first = Math.max(0, at - LONGEST_NAME + 1); first <= at; first++)
    for (let last = at; last < Math.min(terms.length, first + LONGEST_NAME); last++) {
      const run = terms.slice(first, last + 1)
      if (run.length === 1 || !run.some(({ isQuoted }) => isQuoted))
        runs.push(run.map(({ text }) => text).join(' '))
    }
  return runs
}

/** Words. */
const LONGEST_NAME = 4

/** The parts of a top-level AND become conditions of their own, so that each affects the ranking. */
function inExpression(expression: Expression, languages: readonly string[]): AskedWords {
  const parts = expression.kind === 'and' ? expression.of : [expression]
  return {
    conditions: parts.flatMap((part) => {
      if (part.kind === 'not') return []
      const match = expressionMatch(part, languages)
      return [isPlain(part) ? wordCondition(match) : { match, better: [] }]
    }),
    isTyped: false,
    excluded: parts.flatMap((part) => (part.kind === 'not' ? [expressionMatch(part.of, languages)] : [])),
    terms: analyseTerms(wantedIn(expression).map(asWritten), languages),
  }
}

/** Whether an expression contains no NOT: what is missing in the title may well be in the text. */
function isPlain(part: Expression): boolean {
  return part.kind === 'term' || (part.kind !== 'not' && part.of.every(isPlain))
}

function wantedIn(part: Expression): readonly string[] {
  if (part.kind === 'term') return [part.text]
  return part.kind === 'not' ? [] : part.of.flatMap(wantedIn)
}
