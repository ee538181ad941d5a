import { tellNotice } from '../../../src/chat/wording/notice.ts'
import type { Span } from '../../../src/chat/wording/span.ts'
import type { Message } from '../../../src/records/message.ts'

/** Renders a message line by line. Documents that do not fit a board are shown as their kind only. */
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
