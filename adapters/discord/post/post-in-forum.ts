import { type ForumChannel, type MediaChannel, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import { z } from 'zod'
import { readPosted } from '../../../src/chat/post-journal.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { type DiscordMessage, formOf } from '../draw/drawing.ts'
import { isRefusal } from '../errors.ts'
import { idOf } from './place.ts'
import { postPart, type Posting, sendParts } from './send-parts.ts'
import { withPictures } from './with-pictures.ts'

/** A forum or media channel: it holds posts, and messages only inside posts. */
export type Forum = ForumChannel | MediaChannel

/**
 * Most tags on one post.
 * https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
 */
const MOST_TAGS = 5

/** Posts remembered for each forum: those of some days. */
const MOST_REMEMBERED = 20

const remembered = z.array(
  z.object({
    title: z.string(),
    /** Id of the post; null from before the call that creates it until Discord answers. */
    thread: z.string().nullable(),
    /** Key of the message that opens the post; empty if unknown. */
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

/**
 * Posts into one forum post per title. The title names the day: the first message of a day opens the post,
 * later ones are added to it. Discord takes no nonce for a forum post, so the intention is remembered before
 * the call: a later attempt that finds a post of that title then knows which message opened it.
 */
export async function postInForum(
  forum: Forum,
  { main, tells = [], thread, forum: { title, tags } }: DiscordMessage,
  posting: Posting,
  memory: Pick<ChatMemory, 'recall' | 'remember'>,
): Promise<void> {
  const parts = [...main, ...(thread?.parts ?? [])]
  const [first, ...rest] = parts
  if (first === undefined) return
  const { key } = posting
  const name = { platform: 'discord', kind: 'forum', id: `${forum.guildId}/${forum.id}` } as const
  const known = remembered.parse(JSON.parse((await memory.recall(name)) ?? '[]'))
  const existing = known.find((post) => post.title === title)
  const remember = (opened: string | null, opener: string): Promise<void> => {
    const others = known.filter((other) => other.title !== title)
    const kept = [{ title, thread: opened, opener }, ...others].slice(0, MOST_REMEMBERED)
    return memory.remember(name, JSON.stringify(kept))
  }
  /** Records the opening message, which has the same id as the post, and sends the rest into the post. */
  const openPost = async (make: () => Promise<string>): Promise<void> => {
    await postPart({ number: 0, storyIds: tells[0] ?? [], isFoundAgain: true }, posting, async () => {
      const post = await make()
      return { channel: post, message: post, form: formOf(first) }
    })
    const [begun] = posting.posted
    if (begun !== undefined) await sendParts(begun.channel, rest, posting, { from: 1, tells: tells.slice(1) })
  }
  const sendRest = (post: string): Promise<void> => openPost(() => Promise.resolve(post))
  const sendAll = (post: string): Promise<void> => sendParts(post, parts, posting, { tells })

  const arrived = posting.journal.arrived(0)
  if (arrived !== null) return sendRest(readPosted(arrived).channel)
  const opener = existing?.opener ?? ''
  if (typeof existing?.thread === 'string') {
    if (opener === key) return sendRest(existing.thread)
    try {
      return await sendAll(existing.thread)
    } catch (error) {
      if (!isRefusal(error, Codes.UnknownChannel)) throw error
      // Somebody deleted the post of this day, so a new one is opened.
    }
  }
  const found = await findOwnPost(forum, title, posting)
  if (found !== undefined) {
    await remember(found, opener)
    return opener === key ? sendRest(found) : sendAll(found)
  }
  return openPost(async () => {
    await remember(null, key)
    const { body: message, files } = withPictures(first, posting.pictures ?? [], true)
    const body = { name: title, applied_tags: tagsOf(forum, tags), message }
    const { rest, signal } = posting
    const opened = idOf(await rest.post(Routes.threads(forum.id), { body, files, signal }))
    await remember(opened, key)
    return opened
  })
}

/** Id of the bot's own open post with this title. */
async function findOwnPost(
  forum: Forum,
  title: string,
  { rest, signal }: Posting,
): Promise<string | undefined> {
  const self = forum.client.user.id
  const { threads } = activeThreads.parse(
    await rest.get(Routes.guildActiveThreads(forum.guildId), { signal }),
  )
  return threads.find(
    ({ name, parent_id, owner_id }) => name === title && parent_id === forum.id && owner_id === self,
  )?.id
}

/**
 * Ids of the forum's tags with these names. If none matches and the forum requires a tag: the first that
 * anybody may use.
 */
function tagsOf(forum: Forum, names: readonly string[]): readonly string[] {
  const wanted = names.map((name) => name.toLowerCase())
  const found = forum.availableTags
    .filter((tag) => wanted.includes(tag.name.toLowerCase()))
    .sort((one, other) => wanted.indexOf(one.name.toLowerCase()) - wanted.indexOf(other.name.toLowerCase()))
  const free = forum.availableTags.find((tag) => !tag.moderated)
  const tags = found.length === 0 && forum.flags.has('RequireTag') && free !== undefined ? [free] : found
  return tags.slice(0, MOST_TAGS).map((tag) => tag.id)
}
