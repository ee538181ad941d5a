import type { Reader } from '../../../src/chat/wording/reader.ts'

/** For whom a message is drawn, and how. */
export interface Page extends Reader {
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
  /** Signs the commands in buttons. */
  readonly secret: string
  /** Details may go into a thread. */
  readonly threads: boolean
}
