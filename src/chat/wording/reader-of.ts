import { localeOf } from '../../words/locale.ts'
import { writeNumber } from '../../words/write-number.ts'
import { languageOf } from '../language-of.ts'
import type { Message } from '../../records/message.ts'
import type { Reader } from './reader.ts'

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
