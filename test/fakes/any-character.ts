import { integer, type Arbitrary } from 'fast-check'

const FIRST_SURROGATE = 0xd800
const SURROGATES = 0x800
const LAST = 0x10ffff

/**
 * Any code point except surrogates. Replaces the unit `binary` of fast-check, which first fills a map with
 * all code points and takes some seconds in each file.
 */
export const anyCharacter: Arbitrary<string> = integer({ min: 0, max: LAST - SURROGATES }).map(
  (index) => String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined
    if (code === undefined || String.fromCodePoint(code) !== character || !character.isWellFormed())
      throw new Error('no single character')
    return code < FIRST_SURROGATE ? code : code - SURROGATES
  },
)
