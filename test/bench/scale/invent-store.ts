import type { TaggedArticle } from '../../../src/records/article.ts'
import { rowAt } from '../../../src/storage/queries/article-rows.ts'
import { facetsOf } from '../../../src/storage/search/facets.ts'
import type { Indexed } from '../../../src/storage/engine.ts'
import { handleOf } from '../../../src/text/short-name.ts'
import { reportedAt } from '../../../src/articles/reported-at.ts'
import { dateOf, syntheticNews } from '../synthetic-news.part.ts'

/** An article of an invented store with all its table data; `story` and `source` are row numbers. */
export interface InventedArticle extends Indexed {
  readonly article: TaggedArticle
  readonly datedAt: number
  readonly story: number
}

export interface InventedStory {
  readonly row: number
  readonly id: string
  readonly handle: string | null
}

/** Receives the rows of a store, in the order of their keys. */
export interface Filling {
  source(row: number, id: string): void
  story(story: InventedStory): void
  article(invented: InventedArticle): void
}

const SOURCES = 130
/**
 * Number of texts for each language; titles are taken from others. Splitting a million texts into words would
 * take most of the time.
 */
const TEXTS = 18_000
const AT_ONCE = 25
/** The same as in `storage/queries/handles.ts`. */
const MOST_ATTEMPTS = 8

/**
 * Invents articles, ten thousand a day, in stories of two or three reports, with the words of
 * `syntheticNews`. The same each time.
 */
export function inventStore(articles: number, into: Filling): void {
  const news = syntheticNews(1)
  const kept = Array.from({ length: TEXTS / AT_ONCE }, () => news.nextRead(AT_ONCE).articles).flat()
  const byLanguage = Map.groupBy(kept, ({ article }) => article.tags.language)
  const random = counter()
  const rows = new Set<number>()
  const stories = new Map<string, number>()
  const handles = new Set<string>()
  for (let row = 0; row < SOURCES; row++) into.source(row + 1, `source-${row}`)

  const storyOf = (id: string): number => {
    const known = stories.get(id)
    if (known !== undefined) return known
    const row = stories.size + 1
    stories.set(id, row)
    let handle: string | null = null
    for (let attempt = 0; attempt < MOST_ATTEMPTS && handle === null; attempt++) {
      const found = handleOf(id, attempt)
      if (!handles.has(found)) handle = found
    }
    if (handle !== null) handles.add(handle)
    into.story({ row, id, handle })
    return row
  }

  for (let made = 1; made <= articles; made++) {
    const text = kept[random(kept.length)]
    if (text === undefined) continue
    const titles = byLanguage.get(text.article.tags.language) ?? kept
    const title = titles[random(titles.length)] ?? text
    const at = dateOf(made)
    const id = `bench-${made.toString(36)}`
    const source = random(SOURCES)
    const article: TaggedArticle = {
      ...text.article,
      id,
      sourceId: `source-${source}`,
      url: `https://source-${source}.example/2026/${id}/${made}`,
      guid: id,
      title: title.article.title,
      publishedAt: at - random(3_600_000),
      seenAt: at,
      contentHash: id,
    }
    const datedAt = reportedAt(article)
    let row = rowAt(datedAt)
    while (rows.has(row)) row += 1
    rows.add(row)
    into.article({
      row,
      article,
      datedAt,
      story: storyOf(`story-${Math.floor(made / 3_000)}-${random(1_200)}`),
      terms: { ...text.terms, title: title.terms.title },
      facets: facetsOf(article.tags, source + 1),
    })
  }
}

/**
 * Returns a generator of whole numbers below a bound, the same in each run (the constants of Numerical
 * Recipes).
 */
function counter(): (below: number) => number {
  let state = 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
