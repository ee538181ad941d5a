import { tellNotice } from '../../../src/chat/wording/notice.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import type { Message } from '../../../src/records/message.ts'

/** A message line by line; of documents that a board has no room for, their kind. */
export function renderMessage(message: Message): readonly string[] {
  switch (message.kind) {
    case 'briefing':
      return [
        message.briefing.title,
        ...message.briefing.sections.flatMap(({ name, stories }) => [
          name,
          ...stories.map(({ headline }) => `- ${headline}`),
        ]),
      ]
    case 'search':
      return message.results.hits.map(({ title }) => title)
    case 'notice':
      return tellNotice(message).map(plain)
    default:
      return [message.kind]
  }
}

const plain = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')
