import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Message } from '../../../src/records/message.ts'
import type { FindDirect } from '../post/directs.ts'
import type { Pace } from '../post/pace.ts'
import type { SlackMessage } from '../render.ts'
import type { Responses } from './respond.ts'

/** What giving an answer takes. */
export interface AnswerTools {
  readonly draw: (message: Message, share?: string) => SlackMessage
  readonly findDirect: FindDirect
  readonly pace: Pace
  readonly responses: Responses
  readonly log: ChatLog
}
