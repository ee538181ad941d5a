import { RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { isRefusal } from '../errors.ts'
import type { Posting } from './send-parts.ts'

/**
 * Publishes what was posted in an announcement channel to the servers that follow it. It stands in its own channel whatever comes of this, so a
 * failure (ten an hour are allowed) is told to the log and to nobody else.
 */
export async function publish({ posted, rest, signal }: Posting, log: ChatLog): Promise<void> {
  for (const { channel, message } of posted) {
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message), { signal })
    } catch (error) {
      if (isRefusal(error, Codes.ThisMessageWasAlreadyCrossposted)) continue
      log.warn({ err: error, channel }, 'not published to the servers that follow this channel')
      return
    }
  }
}
