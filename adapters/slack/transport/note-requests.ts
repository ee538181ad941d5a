import { randomUUID } from 'node:crypto'
import type { App, ReceiverEvent } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { inRequest } from '../../../src/thread/in-request.ts'

/** Each request of Slack is one for the log, and how soon it is acknowledged is noted: on both ways in, whoever acknowledges. */
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

/** Events have an id that Slack shows, too; what is typed or pressed has none. */
function idOf({ body }: ReceiverEvent): string {
  const id: unknown = body['event_id']
  return typeof id === 'string' ? id : randomUUID()
}
