import type { Reader } from '../../../src/chat/wording/reader.ts'

/** For whom a message is drawn, and what signs its buttons. */
export interface Page extends Reader {
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
  readonly secret: string
  /** What follows the message stands in its thread; else behind it, as what one person alone sees. */
  readonly hasThread: boolean
}
