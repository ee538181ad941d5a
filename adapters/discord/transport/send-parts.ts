import { Routes, type REST } from 'discord.js'
import type { DiscordPart } from '../discord-message.ts'
import { idOf, type Posted } from './posted.ts'

/** The calls of one post: under one key, ending together. */
export interface Posting {
  readonly rest: REST
  /** 22 characters, the same in every try. */
  readonly key: string
  readonly signal: AbortSignal
  /** What stands there already; added to as parts arrive, so that a broken post knows how far it came. */
  readonly posted: Posted[]
}

/**
 * Posts parts in order. Each carries a nonce: within some minutes Discord answers a repeat with the message that it made the first time.
 * https://docs.discord.com/developers/resources/message#create-message (enforce_nonce); at most 25 characters.
 */
export async function sendParts(
  channel: string,
  parts: readonly DiscordPart[],
  { rest, key, signal, posted }: Posting,
): Promise<void> {
  for (const part of parts) {
    const body = { ...part, nonce: `${key}${posted.length}`, enforce_nonce: true }
    const message = idOf(await rest.post(Routes.channelMessages(channel), { body, signal }))
    posted.push({ channel, message })
  }
}
