import type { Client } from 'discord.js'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { DiscordMessage } from '../draw/discord-message.ts'
import { destinationOf } from './destination.ts'
import { postInForum } from './post-in-forum.ts'
import { publish } from './publish.ts'
import { sendParts, type Posting } from './send-parts.ts'
import { sendThread } from './send-thread.ts'

interface PostTools extends Pick<ChatTools, 'memory' | 'log'> {
  readonly client: Client
  readonly crosspost: boolean
  /** With details apart where a thread can be opened for them. */
  readonly draw: (threads: boolean) => DiscordMessage
}

/** Posts a message as its channel takes it: with a thread, as a post of a forum, or plainly. */
export async function postMessage(channel: string, posting: Posting, tools: PostTools): Promise<void> {
  const destination = destinationOf(tools.client, channel)
  switch (destination.kind) {
    case 'forum': {
      const self = tools.client.user?.id ?? ''
      return postInForum(destination.forum, tools.draw(false), posting, { memory: tools.memory, self })
    }
    case 'text': {
      const { main, tells = [], thread } = tools.draw(destination.takesThreads)
      await sendParts(channel, main, posting, { tells })
      const [top] = posting.posted
      if (destination.isAnnouncement && tools.crosspost) await publish(posting, tools.log)
      if (thread !== null && top !== undefined) await sendThread(top, thread, posting, main.length)
      return
    }
    case 'plain': {
      const { main, tells = [] } = tools.draw(false)
      return sendParts(channel, main, posting, { tells })
    }
  }
}
