import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { renderMessage } from './render.ts'

/** The boards of an office and the key for pinning to them. */
export class Pinboard {
  readonly key = 'a-long-key'
  /** The pinned notes, oldest first: `OFFICE/BOARD` and the lines of the note. */
  readonly notes: { readonly board: string; readonly lines: readonly string[] }[] = []
  /** Asks the bot what somebody wrote on a slip in front of a board; null while the bot does not listen. */
  ask: ((board: string, text: string) => Promise<readonly string[]>) | null = null
}

/** Creates an adapter that pins what is posted and answers slips. */
export function createPinboard(pinboard: Pinboard, { zone, language }: ChatTools): ChatAdapter {
  const answer =
    (commands: Commands) =>
    async (board: string, text: string): Promise<readonly string[]> => {
      const [office = ''] = board.split('/')
      const asker = {
        platform: 'pinboard',
        workspace: office,
        user: 'caretaker',
        channel: `pinboard:${board}`,
        direct: `pinboard:@${office}/caretaker`,
        isDirect: false,
        isAdmin: true,
        managesChannel: true,
        zone,
        language,
      }
      return renderMessage(await commands.answer(commands.read(text), asker))
    }
  return {
    platform: 'pinboard',
    repeatsAreRecognisedForMs: 0,
    async start(commands) {
      pinboard.ask = answer(commands)
    },
    async post(channel, message, { journal }) {
      const id = await journal.send({ number: 0 }, async (handOver) => {
        await handOver()
        pinboard.notes.push({ board: channel, lines: renderMessage(message) })
        return String(pinboard.notes.length)
      })
      if (id === null) throw new DeliveryError('in-doubt', 'Nobody looked whether the note hangs there.')
      return { platform: 'pinboard', channel, messageIds: [id] }
    },
    async update(receipt, message) {
      pinboard.notes.push({ board: receipt.channel, lines: renderMessage(message) })
    },
    acceptsToken: async () => true,
    directChannel: async (person) => person,
    async stop() {
      pinboard.ask = null
    },
  }
}
