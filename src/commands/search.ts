import { topicCodes, wantedCountries } from '../briefings/match-stories.ts'
import { LONGEST_BUTTON_TEXT, writeMoment } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Expression } from '../records/expression.ts'
import type { Action } from '../records/message.ts'
import { present } from '../records/present.ts'
import type { FoundArticle, SearchQuery } from '../records/search.ts'
import { hasOperators, parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { defineCommand } from './define-command.ts'
import { findNearly, findStories, MOST_ARTICLES } from './find-stories.ts'
import { describeFilter } from './describe-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { quoted, refusal, warning } from './notice.ts'
import { means } from './reading/grammar.ts'
import { explainExpression, FIELD } from './reading/name-readers.ts'
import { reportHit } from './finding-hits.ts'
import { foldTerm } from './name-index.ts'
import { rulesHere } from './rules-here.ts'
import { LEFT_OUT } from './write-command.ts'

/** `search`: looks something up in all articles; each story comes once. */
export function searchCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'search',
    options: [
      'words',
      'region',
      'country',
      'topic',
      'source',
      'language',
      'without',
      'since',
      'until',
      'order',
      'page',
    ],
    positionalOption: 'words',
    usage:
      'search {words} [region:…] [country:…] [topic:…] [source:…] [language:…] [without:…] [since:…] [until:…] [page:N]',
    examples: [
      'search grain corridor',
      'search "cease fire" country:sudan since:3d',
      'search dam -hydropower',
      'search iran AND (sanctions OR embargo) NOT oil',
    ],
    async run(input, asker) {
      const { filter, since, until, asOf, page = 1, words = '' } = input
      const { settings } = context
      const { zone, language } = asker
      if (foldTerm(words) === '' && isEverything(filter)) return warning(asker, 'search.what')
      if (since !== undefined && until !== undefined && until <= since)
        return warning(asker, until === since ? 'search.moment' : 'search.period')
      const asked = searchExpression(words, filter.expression)
      const parsed = hasOperators(asked) ? parseExpression(asked) : null
      if (parsed?.status === 'mistake') return refusal(asker, explainExpression(asked, parsed.mistake))
      const reads = readsOf(asker)
      const query = queryOf(input, reads, context, parsed?.expression)
      const rules = await rulesHere(asker, context)
      const whole = await findStories(query, { page, rules, reads }, context)
      const nearly =
        whole.hits.length > 0 || page > 1 || parsed !== null
          ? null
          : await findNearly(query, { rules, reads }, context)
      const { hits, more, isCut } = nearly ?? whole
      const note =
        nearly === null
          ? noteOnSearch({ words, page, found: hits.length, isCut }, language)
          : say('search.nearly', language, { without: quoted(nearly.without, language) })
      const time = timesIn(zone, language).instant
      const shown = [
        words,
        isEverything(filter) ? '' : describeFilter(filter, settings, language),
        since === undefined ? '' : say('search.since', language, { time: time(since) }),
        until === undefined ? '' : say('search.until', language, { time: time(until) }),
      ]
      // Whole seconds, which are short enough for a button; a second that has begun counts.
      const knownAt = asOf ?? (Math.floor(context.now() / 1000) + 1) * 1000
      return {
        kind: 'search',
        results: {
          query: shown.filter((part) => part !== '').join(' · '),
          hits: hits.map((hit) =>
            reportHit(hit.article, settings.sources, { ...hit, publishedAt: hit.article.publishedAt }),
          ),
          more,
          ...(note !== null && { note }),
        },
        actions: more ? nextPage({ ...input, words: nearly?.words ?? words }, page + 1, knownAt) : [],
        zone,
        language,
      }
    },
  })
}

/** Combines words that must all occur with an expression: `"grain" AND NOT "hamas"`. */
const searchExpression = (words: string, expression: string | undefined): string =>
  expression === undefined ? words : [...termsOf(words), `(${expression})`].join(' AND ')

/** Splits words into terms. Phrases stay whole; a word after a minus is excluded. */
function termsOf(words: string): readonly string[] {
  if (hasOperators(words)) return [`(${words})`]
  return Array.from(words.matchAll(/(-)?(?:"([^"]+)"?|([^\s"]+))/gu), ([, minus, phrase, word]) => {
    const term = `"${phrase ?? word ?? ''}"`
    return minus === undefined ? term : `NOT ${term}`
  })
}

function queryOf(
  { filter, since, until, asOf, order = 'newest', words = '' }: CommandInput,
  reads: readonly string[],
  { settings }: Pick<CommandContext, 'settings'>,
  expression?: Expression,
): Omit<SearchQuery, 'limit' | 'offset'> {
  const countries = [...(wantedCountries(filter, settings.regions) ?? [])]
  const topics = topicCodes(filter, settings.topics)
  const { sources, languages, withoutCountries, withoutTopics, withoutSources } = filter
  const refused = topicCodes({ topics: withoutTopics ?? [] }, settings.topics)
  return {
    words,
    reads,
    ...present({ expression, sources, languages, withoutCountries, withoutSources, since, until }),
    ...(countries.length > 0 && { countries }),
    ...(topics.length > 0 && { topics }),
    ...(refused.length > 0 && { withoutTopics: refused }),
    order,
    // The first page takes everything; only later pages pay for this condition.
    ...present({ seenBefore: asOf }),
  }
}

/** Returns the stories that a search would show first: the newest in which all of the words are said. */
export async function storiesAbout(
  input: CommandInput,
  asker: Asker,
  context: CommandContext,
): Promise<readonly FoundArticle[]> {
  const rules = await rulesHere(asker, context)
  const reads = readsOf(asker)
  return (await findStories(queryOf(input, reads, context), { page: 1, rules, reads }, context)).hits
}

/**
 * Returns the button for the next page. It repeats the question as of an instant, if the button has room for
 * that. None where the question is too long for a button; then people type the page.
 */
function nextPage(input: CommandInput, page: number, asOf: number): readonly Action[] {
  const { filter, words = '', since, until, order } = input
  const parts = [
    'search',
    searchExpression(words, filter.expression),
    ...Object.entries(FIELD).flatMap(([kind, field]) => (filter[field] ?? []).map((id) => `${kind}:${id}`)),
    ...LEFT_OUT.flatMap((list) => (filter[list] ?? []).map((id) => `without:${id}`)),
    since === undefined ? '' : `since:${writeMoment(since)}`,
    until === undefined ? '' : `until:${writeMoment(until)}`,
    order === undefined ? '' : `order:${order}`,
  ]
  const question = parts.filter((part) => part !== '').join(' ')
  const known = (asOf / 1000).toString(36)
  const command = [`${question} page:${page}@${known}`, `${question} page:${page}`].find(
    ({ length }) => length <= LONGEST_BUTTON_TEXT,
  )
  return command === undefined ? [] : [{ label: 'action.more', command }]
}

interface Searched {
  readonly words: string
  readonly page: number
  readonly found: number
  readonly isCut: boolean
}

function noteOnSearch({ words, page, found, isCut }: Searched, language: string): string | null {
  if (isCut) return say('search.cut', language, { count: MOST_ARTICLES })
  if (found > 0) return null
  if (page > 1) return say('search.noPage', language, { page })
  const address = /^https?:\/\/\S+$/iu.exec(words.trim())?.[0]
  if (address !== undefined) return say('search.address', language, { address })
  if (words.split('(').length !== words.split(')').length)
    return `${say('search.none', language)} ${say('keywords.bracket', language)}`
  const capitals = inCapitals(words)
  return capitals === words ? null : say('search.capitals', language, { example: `search ${capitals}` })
}

/** Writes operators in capitals, as an expression needs them; quoted text stays. */
function inCapitals(words: string): string {
  return words
    .split(/("[^"]*"?|[\s()]+)/u)
    .map((word) =>
      means(word, 'or') ? 'OR' : means(word, 'and') ? 'AND' : means(word, 'not') ? 'NOT' : word,
    )
    .join('')
}
