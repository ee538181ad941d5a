import { RESTJSONErrorCodes as Codes, Routes, type ForumChannel, type MediaChannel } from 'discord.js'
import { z } from 'zod'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import type { DiscordMessage, DiscordPart } from '../discord-message.ts'
import { isRefusal } from '../errors.ts'
import { idOf } from './posted.ts'
import { sendParts, type Posting } from './send-parts.ts'

/** A forum or a media channel: it holds posts, and messages only within them. */
export type Forum = ForumChannel | MediaChannel

/** Tags on one post: https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
const MOST_TAGS = 5

/** Posts of a forum that are remembered: those of some days. */
const MOST_REMEMBERED = 20

const remembered = z.array(
  z.object({
    title: z.string(),
    thread: z.string(),
    /** Key of the message that it begins with. */
    opener: z.string(),
  }),
)
const activeThreads = z.object({
  threads: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      parent_id: z.string().nullish(),
      owner_id: z.string().optional(),
    }),
  ),
})

interface ForumTools {
  readonly memory: Pick<ChatMemory, 'recall' | 'remember'>
  /** The bot's own user id. */
  readonly self: string
}

/**
 * One post for each title, which names the day: the first message of a day opens it, later ones go into it. Discord takes no nonce for a post, so
 * before opening one we look whether an earlier try did.
 */
export async function postInForum(
  forum: Forum,
  { main, thread, forum: { title, tags } }: DiscordMessage,
  posting: Posting,
  tools: ForumTools,
): Promise<void> {
  const parts = [...main, ...(thread?.parts ?? [])]
  const { key, posted } = posting
  const name = { platform: 'discord', kind: 'forum', id: `${forum.guildId}/${forum.id}` } as const
  const known = remembered.parse(JSON.parse((await tools.memory.recall(name)) ?? '[]'))
  const there = known.find((post) => post.title === title)
  if (there !== undefined && there.opener !== key) {
    try {
      return await sendParts(there.thread, parts, posting)
    } catch (error) {
      if (!isRefusal(error, Codes.UnknownChannel)) throw error
      // Somebody deleted the post of this day: the day gets another.
    }
  }
  const [first, ...rest] = parts
  if (first === undefined) return
  const own = there?.opener === key ? there.thread : await findOwn(forum, title, posting, tools.self)
  const post = own ?? (await open(forum, { title, tags: tagsOf(forum, tags), first }, posting))
  const others = known.filter((other) => other.title !== title)
  const kept = [{ title, thread: post, opener: key }, ...others].slice(0, MOST_REMEMBERED)
  await tools.memory.remember(name, JSON.stringify(kept))
  // The message that a post begins with has the id of the post.
  posted.push({ channel: post, message: post })
  await sendParts(post, rest, posting)
}

async function open(
  forum: Forum,
  post: { readonly title: string; readonly tags: readonly string[]; readonly first: DiscordPart },
  { rest, signal }: Posting,
): Promise<string> {
  const body = { name: post.title, applied_tags: post.tags, message: post.first }
  return idOf(await rest.post(Routes.threads(forum.id), { body, signal }))
}

async function findOwn(
  forum: Forum,
  title: string,
  { rest, signal }: Posting,
  self: string,
): Promise<string | undefined> {
  const { threads } = activeThreads.parse(
    await rest.get(Routes.guildActiveThreads(forum.guildId), { signal }),
  )
  return threads.find(
    ({ name, parent_id, owner_id }) => name === title && parent_id === forum.id && owner_id === self,
  )?.id
}

/** The tags of a forum with these names; where none has one and the forum wants a tag, its first that anybody may use. */
function tagsOf(forum: Forum, names: readonly string[]): readonly string[] {
  const wanted = names.map((name) => name.toLowerCase())
  const found = forum.availableTags
    .filter((tag) => wanted.includes(tag.name.toLowerCase()))
    .sort((one, other) => wanted.indexOf(one.name.toLowerCase()) - wanted.indexOf(other.name.toLowerCase()))
  const free = forum.availableTags.find((tag) => !tag.moderated)
  const tags = found.length === 0 && forum.flags.has('RequireTag') && free !== undefined ? [free] : found
  return tags.slice(0, MOST_TAGS).map((tag) => tag.id)
}
