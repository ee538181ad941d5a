import type { ChatLog } from '../chat/chat-platform.ts'
import type { DeliveryReport } from '../delivery/create-sender.ts'

/** A message that a platform rejects is drawn wrongly: nobody but whoever runs the bot can do anything about it. */
export function reportRejections(
  rejected: DeliveryReport['rejected'],
  log: { readonly error: ChatLog['error'] },
): void {
  for (const { id, destination, reason } of rejected)
    log.error(
      { outbox: id, destination },
      `the platform rejected this message, which is a fault of Dragoman: report it with this line. ${reason}`,
    )
}
