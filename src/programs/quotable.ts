import { harmless } from '../words/harmless.ts'

/**
 * Removes invisible characters from outlets' text before a program gets it. Besides what `harmless` removes,
 * these are tag characters (except after a black flag, where they name a country) and runs of variation
 * selectors. Both have been used to hide whole sentences from people but not from language models.
 */
export const quotable = (text: string): string => harmless(text).replace(TAGS, '$1').replace(SELECTORS, '$1')

const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})|[\u{e0000}-\u{e007f}]+/gu
const SELECTORS = /([\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu

/** The same, quoted as a JSON string on one line, so that nothing in the text can end the quotation. */
export const quote = (text: string): string => JSON.stringify(text)
