import { noticeMessage } from '../../src/delivery/owner-notices.ts'
import type { Message } from '../../src/records/message.ts'

/** Returns what the owner of these subscriptions reads when each of their channels is lost. */
export function aNoticeOnChannels(channels: readonly string[], language = 'en'): Message {
  const message = noticeMessage({
    id: 'notice 1',
    changes: 1,
    to: 'terminal:@team/ada',
    language,
    cause: { kind: 'paused', refusal: 'channel-gone', reason: 'gone' },
    touched: channels.map((destination, index) => ({
      subscription: `s${index}`,
      title: index % 2 === 0 ? 'Syria' : 'سوریه',
      destination,
    })),
  })
  if (message === null) throw new Error('there is nothing to tell')
  return message
}
