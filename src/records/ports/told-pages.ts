import type { PostWithPage } from '../decision.ts'
import type { HostPages, PageState, ToldPage } from '../told-page.ts'

/** Which pages to take for a look. Times are milliseconds since 1970, durations milliseconds. */
export interface DuePages {
  readonly now: number
  /** Only pages told at or after this time. */
  readonly toldSince: number
  /** Until when no other process gets the pages taken. */
  readonly until: number
  /** How long a host is left alone after a look. */
  readonly hostRestsMs: number
  readonly most: number
}

/**
 * Pages of articles to which messages link, checked for whether outlets take them down. Each briefing that is
 * decided adds the pages it cites.
 */
export interface ToldPages {
  /**
   * Takes up to `most` due pages, one per host, pages found missing first. Postpones them to `until`, so that
   * one of several processes looks at each.
   */
  takeDuePages(due: DuePages): Promise<readonly ToldPage[]>
  /** Stores the result of a look and when the next is due; `dueAt` null: never again. */
  keepLook(articleId: string, state: PageState, at: number, dueAt: number | null): Promise<void>
  /**
   * How many other pages of this page's host were found or missing when looked at since `since`. Pages known
   * to be taken down do not count.
   */
  pagesBeside(articleId: string, since: number): Promise<HostPages>
  /**
   * Posted messages decided since `decidedSince` that tell an article whose page became known as taken down,
   * or as restored, since `changedSince`. Posts of the same message share one object.
   */
  postsWithPages(changedSince: number, decidedSince: number): Promise<readonly PostWithPage[]>
}
