import { Routes, type REST } from 'discord.js'
import type { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { handingOver } from '../../../src/chat/handing-over.ts'
import type { PostJournal, PostPart } from '../../../src/chat/post-journal.ts'
import type { DiscordPart } from '../draw/discord-message.ts'
import { idOf, readPosted, writePosted, type Posted } from './posted.ts'

/** The calls of one post: under one key, ending together. */
export interface Posting {
  readonly rest: REST
  /** 22 characters, the same in every try. */
  readonly key: string
  readonly signal: AbortSignal
  readonly journal: PostJournal
  /** A failed call in the words of delivery. */
  readonly explain: (error: unknown) => DeliveryError
  /** What stands there, in order; added to as parts arrive. */
  readonly posted: Posted[]
}

interface Numbering {
  /** Number of the first of them within the post. */
  readonly from?: number
  /** Ids of the stories that stand in each. */
  readonly tells?: readonly (readonly string[])[]
}

/**
 * Posts parts in order, those that did not arrive in an earlier try. Each carries a nonce: within some minutes Discord answers a repeat with the message that it made
 * the first time. https://docs.discord.com/developers/resources/message#create-message (enforce_nonce); at most 25 characters.
 * @throws DeliveryError
 */
export async function sendParts(
  channel: string,
  parts: readonly DiscordPart[],
  posting: Posting,
  { from = 0, tells = [] }: Numbering = {},
): Promise<void> {
  const { rest, key, signal } = posting
  for (const [index, part] of parts.entries()) {
    const number = from + index
    const body = { ...part, nonce: `${key}${number}`, enforce_nonce: true }
    await makePart({ number, tells: tells[index] ?? [] }, posting, async () => {
      const message = idOf(await rest.post(Routes.channelMessages(channel), { body, signal }))
      return { channel, message }
    })
  }
}

/** One part of a post by way of its journal; what was handed over in doubt and is not recognised any more is passed over. @throws DeliveryError */
export async function makePart(
  part: PostPart,
  { journal, explain, posted }: Posting,
  make: () => Promise<Posted>,
): Promise<void> {
  const id = await journal.send(part, async (handOver) => {
    try {
      return writePosted(await handingOver.run(handOver, make))
    } catch (error) {
      throw explain(error)
    }
  })
  if (id !== null) posted.push(readPosted(id))
}
