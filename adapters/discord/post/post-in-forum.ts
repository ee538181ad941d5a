import { type ForumChannel, type MediaChannel, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import { z } from 'zod'
import { readPosted } from '../../../src/chat/post-journal.ts'
import type { ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { type DiscordMessage, formOf } from '../draw/draft.ts'
import { isRefusal } from '../errors.ts'
import { idOf } from './place.ts'
import { makePart, type Posting, sendParts } from './send-parts.ts'
import { withPictures } from './with-pictures.ts'

/** A forum or a media channel: it holds posts, and messages only within them. */
export type Forum = ForumChannel | MediaChannel

/** Tags on one post: https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
const MOST_TAGS = 5

/** Posts of a forum that are remembered: those of some days. */
const MOST_REMEMBERED = 20

const remembered = z.array(
  z.object({
    title: z.string(),
    /** Null from before the call that opens it until its answer has come. */
    thread: z.string().nullable(),
    /** Key of the message that it begins with; empty where nobody knows. */
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
 * One post for each title, which names the day: the first message of a day opens it, later ones go into it. Discord takes no nonce for a post, so what is
 * about to be opened is remembered first: whoever finds a post of that title then knows whose message it begins with.
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
  const there = known.find((post) => post.title === title)
  const remember = (opened: string | null, opener: string): Promise<void> => {
    const others = known.filter((other) => other.title !== title)
    const kept = [{ title, thread: opened, opener }, ...others].slice(0, MOST_REMEMBERED)
    return memory.remember(name, JSON.stringify(kept))
  }
  /** The message that a post begins with has the id of the post. */
  const begin = async (make: () => Promise<string>): Promise<void> => {
    await makePart({ number: 0, tells: tells[0] ?? [], isFoundAgain: true }, posting, async () => {
      const post = await make()
      return { channel: post, message: post, form: formOf(first) }
    })
    const [begun] = posting.posted
    if (begun !== undefined) await sendParts(begun.channel, rest, posting, { from: 1, tells: tells.slice(1) })
  }
  const sendRest = (post: string): Promise<void> => begin(() => Promise.resolve(post))
  const sendAll = (post: string): Promise<void> => sendParts(post, parts, posting, { tells })

  const arrived = posting.journal.arrived(0)
  if (arrived !== null) return sendRest(readPosted(arrived).channel)
  const opener = there?.opener ?? ''
  if (typeof there?.thread === 'string') {
    if (opener === key) return sendRest(there.thread)
    try {
      return await sendAll(there.thread)
    } catch (error) {
      if (!isRefusal(error, Codes.UnknownChannel)) throw error
      // Somebody deleted the post of this day: the day gets another.
    }
  }
  const found = await findOwn(forum, title, posting)
  if (found !== undefined) {
    await remember(found, opener)
    return opener === key ? sendRest(found) : sendAll(found)
  }
  return begin(async () => {
    await remember(null, key)
    const { body: message, files } = withPictures(first, posting.pictures ?? [], true)
    const body = { name: title, applied_tags: tagsOf(forum, tags), message }
    const { rest, signal } = posting
    const opened = idOf(await rest.post(Routes.threads(forum.id), { body, files, signal }))
    await remember(opened, key)
    return opened
  })
}

/** The open post of this title that is ours. */
async function findOwn(forum: Forum, title: string, { rest, signal }: Posting): Promise<string | undefined> {
  const self = forum.client.user.id
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
