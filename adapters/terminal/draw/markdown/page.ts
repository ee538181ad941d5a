import type { Reader } from '../../../../src/chat/wording/reader.ts'

/** For whom a Markdown page is written. */
export interface Page extends Reader {
  /** The reader's own language runs from right to left. */
  readonly rightToLeft: boolean
}
