import { randomUUID } from 'node:crypto'
import type { App, ReceiverEvent } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { inRequest } from '../../../src/thread/in-request.ts'

/**
 * Gives each request an id for the log, and measures how soon it is acknowledged, over socket and HTTP alike.
 */
export function noteRequests(app: App, { noteAcknowledged }: Pick<ChatTools, 'noteAcknowledged'>): void {
  const process = app.processEvent.bind(app)
  app.processEvent = (event: ReceiverEvent) =>
    inRequest(idOf(event), () => {
      const since = performance.now()
      let isNoted = false
      const ack: ReceiverEvent['ack'] = async (...answer) => {
        await event.ack(...answer)
        if (!isNoted) noteAcknowledged('slack', performance.now() - since)
        isNoted = true
      }
      return process({ ...event, ack })
    })
}

/** Events have an id that Slack displays too; commands and presses have none, and get a random one. */
function idOf({ body }: ReceiverEvent): string {
  const id: unknown = body['event_id']
  return typeof id === 'string' ? id : randomUUID()
}
