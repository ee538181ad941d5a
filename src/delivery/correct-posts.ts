import type { Briefing } from '../records/briefing.ts'
import type { OutdatedPost, PostWithPage } from '../records/decision.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { Store } from '../records/ports/store.ts'
import type { Message } from '../records/message.ts'
import { correctBriefing } from '../briefings/correct-briefing.ts'
import { markRemoval } from '../briefings/mark-removal.ts'
import { memoize } from '../briefings/memoize.ts'

/** What corrections need of the store. */
export type PostedMessages = Pick<Store, 'versions' | 'outdatedPosts' | 'postsWithPages' | 'correct'>

/** Nobody scrolls back further, though platforms let a bot edit its own messages for ever. */
const EDITED_FOR_MS = 7 * 24 * 3_600_000

/** Edits written at the same time; the store puts what arrives together into one transaction. */
const AT_ONCE = 40

/**
 * Writes an edit to the outbox for each posted briefing that is outdated: it quotes what an outlet has
 * changed since (one edit for each version), or links to a page that an outlet has taken down since. A change
 * that the message does not show is recorded and otherwise ignored. Returns the outbox ids of the messages
 * that will be edited.
 */
export async function correctPosts(
  posted: PostedMessages,
  changedSince: number,
  now: number,
): Promise<readonly string[]> {
  const since = now - EDITED_FOR_MS
  const outdated = await posted.outdatedPosts(changedSince, since)
  const withPages = await posted.postsWithPages(changedSince, since)
  const correctedBy = createEditor(posted)

  async function correctOne(posts: readonly (OutdatedPost | PostWithPage)[]): Promise<readonly string[]> {
    const [first] = posts
    if (first === undefined || first.message.kind !== 'briefing') return []
    const { outboxId, edits, subscription, destination } = first
    const message = await correctedBy(first.message, posts)
    const corrected = posts.flatMap((post) =>
      'version' in post ? [{ articleId: post.articleId, version: post.version }] : [],
    )
    if (message === null && corrected.length === 0) return []
    const edit = { outboxId, edits, subscription, destination, at: now }
    const taken = await posted.correct({ ...edit, corrected, message })
    return taken && message !== null ? [outboxId] : []
  }

  const edited: string[] = []
  const all = [...Map.groupBy([...outdated, ...withPages], ({ outboxId }) => outboxId).values()]
  for (let i = 0; i < all.length; i += AT_ONCE)
    edited.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map(correctOne))).flat())
  return edited
}

type BriefingMessage = Extract<Message, { readonly kind: 'briefing' }>

/**
 * Creates a function that applies edits to a message; it returns null where the message shows none of them.
 * Each edit is computed once for all who were sent the same briefing.
 */
function createEditor(
  archive: Pick<NewsArchive, 'versions'>,
): (message: BriefingMessage, posts: readonly (OutdatedPost | PostWithPage)[]) => Promise<Message | null> {
  const versionsOf = memoize((articleId: string) => archive.versions(articleId))
  const withEdit = memoize(
    async (briefing: Briefing, articleId: string, sourceId: string, version: number): Promise<Briefing> => {
      const versions = (await versionsOf(articleId)).filter((one) => one.version <= version)
      return correctBriefing(briefing, { articleId, sourceId, versions })
    },
  )
  const withPage = memoize(
    async (
      briefing: Briefing,
      url: string,
      removal: PostWithPage['removal'],
      changedAt: number,
    ): Promise<Briefing> => markRemoval(briefing, { url, removal, changedAt }),
  )
  return async (message, posts) => {
    let { briefing } = message
    for (const post of posts)
      briefing =
        'version' in post
          ? await withEdit(briefing, post.articleId, post.sourceId, post.version)
          : await withPage(briefing, post.url, post.removal, post.changedAt)
    return briefing === message.briefing ? null : { ...message, briefing }
  }
}
