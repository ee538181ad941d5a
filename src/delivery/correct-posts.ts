import type { Briefing } from '../briefings/briefing.ts'
import { correctBriefing } from '../briefings/correct-briefing.ts'
import { describeEdit } from '../briefings/describe-edit.ts'
import type { NewsArchive } from '../briefings/news-archive.ts'
import type { Message } from '../chat/message.ts'

/** A posted message that tells an older version of an article. */
interface OutdatedPost {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  readonly articleId: string
  readonly sourceId: string
  readonly version: number
  readonly toldVersion: number
  /** As it stands in the channel now. */
  readonly message: Message
  readonly edits: number
}

/** What this asks of the store. Times are milliseconds since 1970. */
export interface PostedMessages extends Pick<NewsArchive, 'versions'> {
  outdatedPosts(changedSince: number, decidedSince: number): Promise<readonly OutdatedPost[]>
  correct(correction: {
    readonly outboxId: string
    readonly edits: number
    readonly subscription: string
    readonly destination: string
    readonly at: number
    readonly corrected: readonly { readonly articleId: string; readonly version: number }[]
    readonly message: Message | null
  }): Promise<boolean>
}

/** Nobody scrolls back further; platforms let a bot edit its own messages for ever. */
const EDITED_FOR_MS = 7 * 24 * 3_600_000

/**
 * Writes to the outbox an edit of each posted briefing that quotes what its outlet has changed since, once for each version. What changed but shows
 * nowhere in the message is noted and left alone. Returns the outbox ids of the messages that will be edited.
 */
export async function correctPosts(
  posted: PostedMessages,
  changedSince: number,
  now: number,
): Promise<readonly string[]> {
  const outdated = await posted.outdatedPosts(changedSince, now - EDITED_FOR_MS)
  const edited: string[] = []
  for (const [outboxId, posts] of Map.groupBy(outdated, (post) => post.outboxId)) {
    const [first] = posts
    if (first === undefined || first.message.kind !== 'briefing') continue
    let briefing: Briefing = first.message.briefing
    for (const post of posts) briefing = await correctOne(briefing, post, posted)
    const changed = briefing !== first.message.briefing
    const taken = await posted.correct({
      outboxId,
      edits: first.edits,
      subscription: first.subscription,
      destination: first.destination,
      at: now,
      corrected: posts.map(({ articleId, version }) => ({ articleId, version })),
      message: changed ? { ...first.message, briefing } : null,
    })
    if (taken && changed) edited.push(outboxId)
  }
  return edited
}

async function correctOne(
  briefing: Briefing,
  { articleId, sourceId, version, toldVersion }: OutdatedPost,
  archive: Pick<NewsArchive, 'versions'>,
): Promise<Briefing> {
  const versions = await archive.versions(articleId)
  const before = versions.find((one) => one.version === toldVersion)
  const after = versions.find((one) => one.version === version)
  if (before === undefined || after === undefined) return briefing
  const edit = describeEdit(before, after, briefing.language)
  return edit === null ? briefing : correctBriefing(briefing, { articleId, sourceId, before, after, edit })
}
