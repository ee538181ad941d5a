import type { Message } from '../../records/message.ts'
import { localeOf } from '../../words/locale.ts'
import { writeNumber } from '../../words/write-numbers.ts'
import { languageOf } from '../message-kinds.ts'

/** The reader that our own texts are written for. */
export interface Reader {
  /** BCP 47. */
  readonly language: string
  /** Writes a rank or a citation in the reader's digits. */
  readonly number: (number: number) => string
  /** Returns the name of a topic (IPTC code) in a language, where one is known. */
  readonly topicName: (code: string, language: string) => string | undefined
}

/** Returns the reader that a message is written for. A topic without a name is shown by its code. */
export function readerOf(
  message: Message,
  topicName: Reader['topicName'] = () => undefined,
): Reader & { readonly rightToLeft: boolean } {
  const language = languageOf(message)
  return {
    language,
    rightToLeft: localeOf(language).rightToLeft,
    topicName,
    number: (number) => writeNumber(number, language),
  }
}
