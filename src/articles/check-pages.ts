import type { PageReader } from '../feeds/page-reader.ts'
import { contentOf } from '../language/terms.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { ToldPages } from '../records/ports/told-pages.ts'
import type { PageState, ToldPage } from '../records/told-page.ts'
import { reportedAt } from './reported-at.ts'

export interface PageCheckTools {
  readonly store: Pick<ToldPages, 'takeDuePages' | 'keepLook' | 'pagesBeside'> & Pick<NewsArchive, 'stories'>
  readonly checkPage: PageReader['checkPage']
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Result of one round of looks at pages. */
export interface PageRound {
  looked: number
  /** URLs of pages accepted as taken down in this round. */
  removed: string[]
  /** URLs of pages found again. */
  returned: string[]
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** As long as posted messages are edited (`delivery/correct-posts.ts`). */
const WATCHED_MS = 7 * DAY_MS

/** At most twelve pages of a host per hour, beside its feeds: fewer than a reader opens. */
const HOST_RESTS_MS = 5 * MINUTE_MS

/**
 * After this time another process may take the page, because the one that took it is gone. A look with its
 * redirects takes half a minute.
 */
const TAKEN_FOR_MS = 10 * MINUTE_MS

const PAGES_AT_ONCE = 50

/**
 * Delay before a missing page is accepted as taken down. A page lost by a fault returns within minutes, one
 * lost by a broken release within an hour; a second look after two hours finds the others.
 */
const BELIEVED_AFTER_MS = 2 * HOUR_MS

/** Two headlines of an outlet with this share of common words are of one report, as in `describeEdit`. */
const SAME_REPORT = 0.5

/**
 * Creates a function that looks at due pages to which messages link: soon after they were told, an hour
 * later, then each time their age has doubled and at least once a day, for a week. A page counts as taken
 * down if it was found before, is missing in two looks at least two hours apart, its outlet has no newer
 * report with the same words, the front page of its host is found, and of the host's other pages fewer are
 * missing than found, or none. Errors of a page are caught; a fault of the store rejects.
 */
export function createPageCheck({ store, checkPage, now }: PageCheckTools): () => Promise<PageRound> {
  async function checkOne(page: ToldPage, round: PageRound): Promise<void> {
    const { articleId, url, title, state } = page
    const outcome = await checkPage({ url, title, etag: state.etag, lastModified: state.lastModified })
    const at = now()
    round.looked++
    const keep = (next: PageState, dueAt: number | null): Promise<void> =>
      store.keepLook(articleId, next, at, dueAt)
    const later = at + Math.min(Math.max(at - page.toldAt, HOUR_MS), DAY_MS)
    if (outcome.status === 'found') {
      const { etag, lastModified } = outcome
      if (state.removedAt !== null) round.returned.push(url)
      return keep({ etag, lastModified, foundAt: at, missingSince: null, removedAt: null }, later)
    }
    // What was never found may be a URL that leads nowhere.
    if (outcome.status === 'unknown' || state.foundAt === null || state.removedAt !== null)
      return keep(state, later)
    const missing = { ...state, missingSince: state.missingSince ?? at }
    const believedAt = missing.missingSince + BELIEVED_AFTER_MS
    if (at < believedAt) return keep(missing, believedAt)
    if (await isReplaced(page)) return keep({ ...state, missingSince: null }, null)
    if (await isFaultOfHost(page)) return keep(missing, at + HOUR_MS)
    round.removed.push(url)
    return keep({ ...missing, removedAt: at }, later)
  }

  /**
   * Whether the report continues under another URL: outlets rewrite a first line, or rename what they
   * published.
   */
  async function isReplaced(page: ToldPage): Promise<boolean> {
    const words = contentOf(page.title, page.language)
    const [story] = await store.stories([page.storyId])
    return (story?.articles ?? []).some((article) => {
      if (article.id === page.articleId || article.sourceId !== page.sourceId) return false
      if (article.removal !== undefined || reportedAt(article) < reportedAt(page)) return false
      const others = contentOf(article.title, article.tags.language)
      const least = Math.max(1, Math.min(words.size, others.size))
      return words.intersection(others).size / least >= SAME_REPORT
    })
  }

  async function isFaultOfHost({ articleId, url }: ToldPage): Promise<boolean> {
    const { found, missing } = await store.pagesBeside(articleId, now() - DAY_MS)
    if (missing > 0 && missing >= found) return true
    const front = await checkPage({ url: new URL('/', url).href, title: '', etag: null, lastModified: null })
    return front.status !== 'found'
  }

  return async () => {
    const round: PageRound = { looked: 0, removed: [], returned: [] }
    const at = now()
    const due = await store.takeDuePages({
      now: at,
      toldSince: at - WATCHED_MS,
      until: at + TAKEN_FOR_MS,
      hostRestsMs: HOST_RESTS_MS,
      most: PAGES_AT_ONCE,
    })
    await Promise.all(due.map((page) => checkOne(page, round)))
    return round
  }
}
