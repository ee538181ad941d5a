import type { PostWithPage } from '../decision.ts'
import type { HostPages, PageState, ToldPage } from '../told-page.ts'

/** Which pages to look at now. Times and stretches are milliseconds. */
export interface DuePages {
  readonly now: number
  /** Only what was told since then. */
  readonly toldSince: number
  /** Until when nobody else gets them. */
  readonly until: number
  /** A host is left alone for so long after a look. */
  readonly hostRestsMs: number
  readonly most: number
}

/** Pages to which messages lead, for whoever looks whether their outlets take them down. Each briefing that is decided adds those that it cites. */
export interface ToldPages {
  /** Pages that are due, one of a host, those first that were missing; puts them off, so that of several processes one looks at each. */
  takeDuePages(due: DuePages): Promise<readonly ToldPage[]>
  /** How a look went, and when the next is due; null: never again. */
  keepLook(articleId: string, state: PageState, at: number, dueAt: number | null): Promise<void>
  /** How the other pages of this page's host were found since then. */
  pagesBeside(articleId: string, since: number): Promise<HostPages>
  /** Messages posted since `decidedSince` that tell an article of which it is known since `changedSince` that its page is gone, or there again. Equal messages are the same object. */
  postsWithPages(changedSince: number, decidedSince: number): Promise<readonly PostWithPage[]>
}
