import type { Message } from '../../records/message.ts'
import { localeOf } from '../../words/locale.ts'
import { writeNumber } from '../../words/write-numbers.ts'
import { languageOf } from '../message-kinds.ts'

/** For whom our own words are written. */
export interface Reader {
  /** BCP 47. */
  readonly language: string
  /** A rank or a citation as the reader counts. */
  readonly number: (number: number) => string
  /** Name of a topic (IPTC code) in a language, where one is known. */
  readonly topicName: (code: string, language: string) => string | undefined
}

/** For whom the words of a message are written. A topic without a name is shown by its code. */
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
