import { topicCodes, wantedCountries } from '../briefings/match-stories.ts'
import { LONGEST_BUTTON_TEXT } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Command } from '../chat/command.ts'
import type { Action, SearchHit } from '../records/message.ts'
import type { FoundArticle, SearchQuery } from '../records/search.ts'
import type { Source } from '../records/source.ts'
import { hasOperators, parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { isEverything } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { defineCommand } from './define-command.ts'
import { describeFilter } from './describe-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { refusal, warning } from './notice.ts'
import { means } from './reading/grammar.ts'
import { explainExpression, FIELD } from './reading/name-readers.ts'
import { foldTerm } from './name-index.ts'
import { writeMoment } from './write-command.ts'

/** Hits on one page: what fits a screen. */
const PAGE = 8

/** Looks something up in all articles; each story stands once. */
export function searchCommand(newsroom: CommandContext): Command {
  return defineCommand({
    name: 'search',
    options: ['words', 'region', 'country', 'topic', 'source', 'language', 'since', 'until', 'order', 'page'],
    bare: 'words',
    usage:
      'search WORDS [region:…] [country:…] [topic:…] [source:…] [language:…] [since:…] [until:…] [page:N]',
    examples: [
      'search grain corridor',
      'search "cease fire" country:sudan since:3d',
      'search dam -hydropower',
      'search iran AND (sanctions OR embargo) NOT oil',
    ],
    async run(input, asker) {
      const { filter, since, until, asOf, order = 'newest', page = 1, words = '' } = input
      const { settings } = newsroom
      const { zone, language } = asker
      if (foldTerm(words) === '' && isEverything(filter)) return warning(asker, 'search.what')
      if (since !== undefined && until !== undefined && until <= since)
        return warning(asker, until === since ? 'search.moment' : 'search.period')
      const parsed = hasOperators(words) ? parseExpression(words) : null
      if (parsed?.status === 'mistake') return refusal(asker, explainExpression(words, parsed.mistake))
      const countries = [...(wantedCountries(filter, settings.regions) ?? [])]
      const topics = topicCodes(filter, settings.topics)
      const query = {
        words,
        ...(parsed !== null && { expression: parsed.expression }),
        ...(countries.length > 0 && { countries }),
        ...(topics.length > 0 && { topics }),
        ...(filter.sources !== undefined && { sources: filter.sources }),
        ...(filter.languages !== undefined && { languages: filter.languages }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        order,
        // The first page takes all there is: only later ones pay for the question.
        ...(asOf !== undefined && { seenBefore: asOf }),
      }
      const { hits, more, isCut } = await findStories(query, page, newsroom)
      const note = noteOnSearch({ words, page, found: hits.length, isCut }, language)
      const time = timesIn(zone, language).instant
      const asked = [
        words,
        isEverything(filter) ? '' : describeFilter(filter, settings, language),
        since === undefined ? '' : say('search.since', language, { time: time(since) }),
        until === undefined ? '' : say('search.until', language, { time: time(until) }),
      ]
      // Whole seconds are short enough for a button; one that has begun counts.
      const knownAt = asOf ?? (Math.floor(newsroom.now() / 1000) + 1) * 1000
      return {
        kind: 'search',
        results: {
          query: asked.filter((part) => part !== '').join(' · '),
          hits: hits.map((hit) => describeHit(hit, settings.sources)),
          more,
          ...(note !== null && { note }),
        },
        actions: more ? nextPage(input, page + 1, knownAt) : [],
        zone,
        language,
      }
    },
  })
}

function describeHit(
  { article, snippet, translated, moreOutlets, handle }: FoundStory,
  sources: readonly Source[],
): SearchHit {
  const source = sources.find(({ id }) => id === article.sourceId)
  return {
    articleId: article.id,
    storyId: article.storyId,
    ...(handle !== undefined && { handle }),
    title: article.title,
    snippet,
    translated,
    language: article.tags.language,
    sourceName: source?.name ?? article.sourceId,
    country: source?.country ?? '',
    ownership: source?.ownership ?? null,
    url: article.url,
    publishedAt: article.publishedAt,
    moreOutlets,
  }
}

/** The same question for the next page, of what was known at an instant where a button has room to say so; none where it is too long for a button, and people type the page. */
function nextPage(input: CommandInput, page: number, asOf: number): readonly Action[] {
  const { filter, words = '', since, until, order } = input
  const parts = [
    'search',
    words,
    ...Object.entries(FIELD).flatMap(([kind, field]) => (filter[field] ?? []).map((id) => `${kind}:${id}`)),
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

/** What was found of one story. */
interface FoundStory extends FoundArticle {
  /** Other outlets that tell the story, whether or not they say the words. */
  readonly moreOutlets: number
  readonly handle?: string
}

/** Articles asked for at a time: a page of stories and their copies, most of the time. */
const AT_ONCE = 40

/** Articles looked through for one page: an event that two thousand outlets copy must not hold the search. */
const MOST_ARTICLES = 800

/**
 * Searches articles and gives each story once, where its best article stands; of copies, the one that they copy. `page` counts from 1. Ten outlets with
 * one agency's text are one hit, so a page shows as many events as it has lines. `isCut`: pages end where no more is looked through.
 */
async function findStories(
  query: Omit<SearchQuery, 'limit' | 'offset'>,
  page: number,
  newsroom: Pick<CommandContext, 'search' | 'archive'>,
): Promise<{ readonly hits: readonly FoundStory[]; readonly more: boolean; readonly isCut: boolean }> {
  const byStory = new Map<string, FoundArticle[]>()
  const wanted = page * PAGE
  let more = true
  for (let offset = 0; more && byStory.size <= wanted && offset < MOST_ARTICLES; offset += AT_ONCE) {
    const found = await newsroom.search({ ...query, limit: AT_ONCE, offset })
    more = found.more
    for (const hit of found.hits) {
      const { storyId } = hit.article
      byStory.set(storyId, [...(byStory.get(storyId) ?? []), hit])
    }
  }
  const shown = [...byStory].slice(wanted - PAGE, wanted)
  const stories = await newsroom.archive.stories(shown.map(([id]) => id))
  const whole = new Map(stories.map((story) => [story.id, story]))
  const hits = shown.flatMap(([id, group]): FoundStory[] => {
    const hit = group.find(({ article }) => article.copyOf === null) ?? group[0]
    if (hit === undefined) return []
    const articles = [...(whole.get(id)?.articles ?? []), ...group.map(({ article }) => article)]
    const others = new Set(articles.map(({ sourceId }) => sourceId))
    others.delete(hit.article.sourceId)
    const handle = whole.get(id)?.handle
    return [{ ...hit, moreOutlets: others.size, ...(handle !== undefined && { handle }) }]
  })
  return { hits, more: byStory.size > wanted, isCut: more && byStory.size <= wanted }
}

/** What whoever looked for something should know of the answer, in a language (BCP 47); null where it speaks for itself. */
function noteOnSearch(
  {
    words,
    page,
    found,
    isCut,
  }: { readonly words: string; readonly page: number; readonly found: number; readonly isCut: boolean },
  language: string,
): string | null {
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

/** Words with their small operators as an expression has them; quotes stay. */
function inCapitals(words: string): string {
  return words
    .split(/("[^"]*"?|[\s()]+)/u)
    .map((word) =>
      means(word, 'or') ? 'OR' : means(word, 'and') ? 'AND' : means(word, 'not') ? 'NOT' : word,
    )
    .join('')
}
