import { isNoNews, type Rules } from '../briefings/apply-rules.ts'
import { present } from '../records/present.ts'
import type { FoundArticle, SearchQuery } from '../records/search.ts'
import type { PlacedArticle } from '../records/story.ts'
import type { CommandContext } from './command-context.ts'

/** Hits on one page: what fits on a screen. */
const PAGE = 8

/** What was found of one story. */
interface FoundStory extends FoundArticle {
  /** Number of other outlets that tell the story, whether or not they say the words. */
  readonly moreOutlets: number
  readonly handle?: string
}

export interface FoundStories {
  readonly hits: readonly FoundStory[]
  readonly more: boolean
  readonly isCut: boolean
}

/** The person who searches: the rules of their workspace, and the languages that they read (ISO 639-1). */
export interface Searcher {
  readonly rules: Rules
  readonly reads: readonly string[]
}

/** Articles fetched at a time: usually enough for one page of stories with their copies. */
const AT_ONCE = 40

/**
 * Most articles read for one page, so that an event copied by two thousand outlets does not hold up the
 * search.
 */
export const MOST_ARTICLES = 800

/**
 * Searches articles and returns each story once, ranked by its best article; instead of copies, the original
 * that they copy. So ten outlets with one agency's text are one hit, and a page has as many events as lines.
 * `page` counts from 1. `isCut`: the pages end because no further articles are read.
 */
export async function findStories(
  query: Omit<SearchQuery, 'limit' | 'offset'>,
  { page, rules, reads }: Searcher & { readonly page: number },
  context: Pick<CommandContext, 'search' | 'archive'>,
): Promise<FoundStories> {
  const byStory = new Map<string, FoundArticle[]>()
  const wanted = page * PAGE
  let more = true
  for (let offset = 0; more && byStory.size <= wanted && offset < MOST_ARTICLES; offset += AT_ONCE) {
    const found = await context.search({ ...query, limit: AT_ONCE, offset })
    more = found.more
    for (const hit of found.hits) {
      const storyId = storyIdOf(hit.article, query, rules)
      if (storyId === null) continue
      byStory.set(storyId, [...(byStory.get(storyId) ?? []), hit])
    }
  }
  const shown = [...byStory].slice(wanted - PAGE, wanted)
  const stories = await context.archive.stories(shown.map(([id]) => id))
  const whole = new Map(stories.map((story) => [story.id, story]))
  const hits = shown.flatMap(([id, group]): FoundStory[] => {
    const hit = hitFor(reads, group)
    if (hit === undefined) return []
    const articles = [...(whole.get(id)?.articles ?? []), ...group.map(({ article }) => article)]
    const others = new Set(articles.map(({ sourceId }) => sourceId))
    others.delete(hit.article.sourceId)
    const handle = whole.get(id)?.handle
    const told = { ...hit, article: { ...hit.article, storyId: id } }
    return [{ ...told, moreOutlets: others.size, ...present({ handle }) }]
  })
  return { hits, more: byStory.size > wanted, isCut: more && byStory.size <= wanted }
}

/**
 * Chooses which article of a story is shown: one in the language that the reader prefers, an original rather
 * than a copy, the best-ranked one.
 */
function hitFor(reads: readonly string[], group: readonly FoundArticle[]): FoundArticle | undefined {
  const rank = ({ article }: FoundArticle): number => {
    const liked = reads.indexOf(article.tags.language)
    return (liked < 0 ? reads.length : liked) * 2 + (article.copyOf === null ? 0 : 1)
  }
  return group.toSorted((one, other) => rank(one) - rank(other))[0]
}

/** For more words than this no word is left out in turn, since each costs a search. */
const MOST_LEFT_OUT = 6

/**
 * Searches again after a search for all words found nothing: leaves out one word in turn and returns the
 * first result. Null where nothing is found, or for phrases, excluded or too many words.
 */
export async function findNearly(
  query: Omit<SearchQuery, 'limit' | 'offset'>,
  looking: Searcher,
  context: Pick<CommandContext, 'search' | 'archive'>,
): Promise<(FoundStories & { readonly without: string; readonly words: string }) | null> {
  const words = query.words.split(/\s+/u)
  const isFiltered = [query.countries, query.topics, query.sources].some((list) => list !== undefined)
  if (/"|(?:^|\s)-/u.test(query.words) || words.length > MOST_LEFT_OUT || (words.length < 2 && !isFiltered))
    return null
  for (const [at, without] of words.entries()) {
    const rest = words.toSpliced(at, 1).join(' ')
    const found = await findStories({ ...query, words: rest }, { ...looking, page: 1 }, context)
    if (found.hits.length > 0) return { ...found, without, words: rest }
  }
  return null
}

/**
 * Returns the id of the story that an article belongs to for readers with these rules; null where a rule says
 * that it is not what is searched for.
 */
function storyIdOf(
  article: PlacedArticle,
  { countries = [], topics = [] }: Pick<SearchQuery, 'countries' | 'topics'>,
  { apart, noNews, notAbout, same }: Rules,
): string | null {
  const isOut = notAbout.some(
    ({ storyline, what, id }) =>
      storyline === article.storylineId && (what === 'country' ? countries : topics).includes(id),
  )
  if (isOut || isNoNews(article, noNews)) return null
  const part = apart.find((ids) => ids.has(article.copyOf ?? article.id))
  return part === undefined
    ? (same.get(article.storyId) ?? article.storyId)
    : `s${article.copyOf ?? article.id}`
}
