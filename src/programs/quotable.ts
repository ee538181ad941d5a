import { harmless } from '../words/harmless.ts'

/**
 * A text of others as a program gets it: without what is not seen and may still be read. Beside what `harmless` takes, these are letters of the block of tags (but behind a
 * black flag, where they name a country) and selectors of variants in a row, in which whole sentences have been hidden from people and told to models.
 */
export const quotable = (text: string): string => harmless(text).replace(TAGS, '$1').replace(SELECTORS, '$1')

const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})|[\u{e0000}-\u{e007f}]+/gu
const SELECTORS = /([\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu

/** The same between straight quotes, with those within escaped as JSON has them: nothing in it can end the quotation, and it is one line. */
export const quote = (text: string): string => JSON.stringify(text)
