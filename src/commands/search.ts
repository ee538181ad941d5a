import type { Command } from '../chat/command.ts'
import type { SearchHit } from '../chat/message.ts'
import { notice } from './notice.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { understand } from './understand.ts'
import { countriesOf, topicCodes, wishesOf } from './wishes.ts'

/** Hits on one page: what fits a screen. */
const PAGE = 8

/** Looks something up in all articles. */
export function searchCommand(newsroom: NewsroomView): Command {
  return {
    name: 'search',
    help: {
      words: 'search WORDS [region:…] [country:…] [topic:…] [source:…] [since:…] [page:N]',
      summary:
        'Look something up; all words must be there, "quotes" keep a phrase together, -word leaves out.',
      examples: [
        'search grain corridor',
        'search "cease fire" country:sudan since:3d',
        'search dam -hydropower',
      ],
    },
    async run(words, asker) {
      const { page, question } = takePage(words)
      const asked = understand(keepNames(question), newsroom.vocabulary, {
        now: newsroom.now(),
        zone: asker.zone,
      })
      if (asked.mistakes.length > 0) return notice('warning', asked.mistakes.join('\n'), asker)
      const wishes = wishesOf(asked)
      const looked = asked.rest.join(' ')
      if (looked === '' && asked.terms.length === 0) {
        return notice('warning', `What shall I look for? For example: search grain corridor since:3d`, asker)
      }
      const countries = countriesOf(wishes, newsroom.settings.regions)
      const topics = topicCodes(wishes, newsroom.settings.topics)
      const found = await newsroom.search({
        words: looked,
        ...(countries.length > 0 && { countries }),
        ...(topics.length > 0 && { topics }),
        ...(wishes.sources.length > 0 && { sources: wishes.sources }),
        ...(wishes.languages.length > 0 && { languages: wishes.languages }),
        ...(asked.since !== null && { since: asked.since }),
        order: 'newest',
        limit: PAGE,
        offset: (page - 1) * PAGE,
      })
      const sources = new Map(newsroom.settings.sources.map((source) => [source.id, source]))
      const hits = found.hits.map(({ article, snippet }): SearchHit => {
        const source = sources.get(article.sourceId)
        return {
          articleId: article.id,
          storyId: article.storyId,
          title: article.title,
          snippet,
          language: article.tags.language,
          sourceName: source?.name ?? article.sourceId,
          country: source?.country ?? '',
          ownership: source?.ownership ?? 'private',
          url: article.url,
          publishedAt: article.publishedAt,
        }
      })
      return {
        kind: 'search',
        results: { query: question.trim(), hits, more: found.more },
        zone: asker.zone,
        language: asker.language,
      }
    },
  }
}

function takePage(words: string): { page: number; question: string } {
  const page = /(?:^|\s)page:(\d{1,3})(?=\s|$)/iu.exec(words)
  return {
    page: Math.max(1, Number(page?.[1] ?? 1)),
    question: page === null ? words : words.replace(page[0], ' '),
  }
}

/** In a search a bare "turkey" is a word to look for, not a filter: quoting it keeps it out of the vocabulary. */
function keepNames(words: string): string {
  return words.replaceAll(/(?<=^|\s)(?!since\b)(-?[^\s":]+)(?=\s|$)/giu, (word, _bare, at: number) =>
    isSinceValue(words, at) ? word : `"${word}"`,
  )
}

function isSinceValue(words: string, at: number): boolean {
  return /(?:^|\s)since\s+$/iu.test(words.slice(0, at))
}
