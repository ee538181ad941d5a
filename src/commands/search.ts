import type { Action, SearchHit } from '../records/message.ts'
import { LONGEST_BUTTON_TEXT } from '../chat/button.ts'
import type { Command } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import { hasOperators, parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { isEverything } from '../subscriptions/wishes.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { defineCommand } from './define-command.ts'
import { findStories, type FoundStory } from './find-stories.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { noteOnSearch } from './note-on-search.ts'
import { notice } from './notice.ts'
import { explainExpression } from './reading/explain-expression.ts'
import { foldTerm } from './vocabulary.ts'
import { countriesOf, topicCodes } from './wished-codes.ts'
import { describeWish } from './wording/describe-wish.ts'

/** Hits on one page: what fits a screen. */
const PAGE = 8

/** Looks something up in all articles; each story stands once. */
export function searchCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'search',
    options: ['words', 'region', 'country', 'topic', 'source', 'language', 'since', 'until', 'order', 'page'],
    bare: 'words',
    help: 'command.search',
    usage:
      'search WORDS [region:…] [country:…] [topic:…] [source:…] [language:…] [since:…] [until:…] [page:N]',
    examples: [
      'search grain corridor',
      'search "cease fire" country:sudan since:3d',
      'search dam -hydropower',
      'search iran AND (sanctions OR embargo) NOT oil',
    ],
    async run(input, asker) {
      const { wish, words, since, until, order } = input
      if ((words === null || foldTerm(words) === '') && isEverything(wish))
        return notice('warning', say('search.what', asker.language), asker)
      if (since !== null && until !== null && until <= since) {
        const trouble = until === since ? 'search.moment' : 'search.period'
        return notice('warning', say(trouble, asker.language), asker)
      }
      const parsed = words !== null && hasOperators(words) ? parseExpression(words) : null
      if (words !== null && parsed?.status === 'mistake')
        return notice('warning', explainExpression(words, parsed.mistake)(asker.language), asker)
      const page = input.page ?? 1
      // Whole seconds are short enough for a button; one that has begun counts.
      const asOf = input.asOf ?? (Math.floor(newsroom.now() / 1000) + 1) * 1000
      const countries = countriesOf(wish, newsroom.settings.regions)
      const topics = topicCodes(wish, newsroom.settings.topics)
      const query = {
        words: words ?? '',
        ...(parsed?.status === 'parsed' && { expression: parsed.expression }),
        ...(countries.length > 0 && { countries }),
        ...(topics.length > 0 && { topics }),
        ...(wish.sources.length > 0 && { sources: wish.sources }),
        ...(wish.languages.length > 0 && { languages: wish.languages }),
        ...(since !== null && { since }),
        ...(until !== null && { until }),
        order: order ?? 'newest',
        // The first page takes all there is: only later ones pay for the question.
        ...(input.asOf !== null && { seenBefore: input.asOf }),
      }
      const { hits, more, isCut } = await findStories(query, { page, size: PAGE }, newsroom)
      const note = noteOnSearch({ words: words ?? '', page, found: hits.length, isCut }, asker.language)
      const time = timesIn(asker.zone, asker.language).instant
      const asked = [
        words ?? '',
        isEverything(wish) ? '' : describeWish(wish, newsroom.settings, asker.language),
        since === null ? '' : say('search.since', asker.language, { time: time(since) }),
        until === null ? '' : say('search.until', asker.language, { time: time(until) }),
      ]
      return {
        kind: 'search',
        results: {
          query: asked.filter((part) => part !== '').join(' · '),
          hits: hits.map((hit) => describeHit(hit, newsroom)),
          more,
          ...(note !== null && { note }),
        },
        actions: more ? nextPage(input, page + 1, asOf) : [],
        zone: asker.zone,
        language: asker.language,
      }
    },
  })
}

function describeHit({ article, snippet, moreOutlets }: FoundStory, newsroom: NewsroomView): SearchHit {
  const source = newsroom.settings.sources.find(({ id }) => id === article.sourceId)
  return {
    articleId: article.id,
    storyId: article.storyId,
    title: article.title,
    snippet,
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
function nextPage(
  { wish, words, since, until, order }: CommandInput,
  page: number,
  asOf: number,
): readonly Action[] {
  const parts = [
    'search',
    words ?? '',
    ...(['regions', 'countries', 'topics', 'sources', 'languages'] as const).flatMap((field) =>
      wish[field].map((id) => `${OPTION_OF[field]}:${id}`),
    ),
    since === null ? '' : `since:${toDate(since)}`,
    until === null ? '' : `until:${toDate(until)}`,
    order === null ? '' : `order:${order}`,
  ]
  const question = parts.filter((part) => part !== '').join(' ')
  const known = (asOf / 1000).toString(36)
  const command = [`${question} page:${page}@${known}`, `${question} page:${page}`].find(
    ({ length }) => length <= LONGEST_BUTTON_TEXT,
  )
  return command === undefined ? [] : [{ label: 'action.more', command }]
}

const OPTION_OF = {
  regions: 'region',
  countries: 'country',
  topics: 'topic',
  sources: 'source',
  languages: 'language',
} as const

/** To the minute, in UTC, so that a button means the same for whoever presses it. */
const toDate = (at: number): string => new Date(at).toISOString().slice(0, 16).concat('Z')
