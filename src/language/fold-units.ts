// Marks that carry no meaning for matching: accents, Arabic vowel signs and tatweel, Hebrew points, joiners of zero width.
// Vowel signs of Indic scripts are marks too, but letters to a reader: they stay.
const isSilent = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x64b && code <= 0x65f) ||
  code === 0x670 ||
  code === 0x640 ||
  (code >= 0x6d6 && code <= 0x6ed) ||
  (code >= 0x591 && code <= 0x5c7) ||
  code === 0xad ||
  code === 0x200b ||
  code === 0x200d ||
  code === 0x200e ||
  code === 0x200f

// Letters that Unicode does not decompose but readers write either way, and letters that must not lose their mark.
const OWN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 't',
  ß: 's',
  æ: 'a',
  œ: 'o',
  й: 'й',
  ї: 'ї',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ه',
  ۀ: 'ه',
}

function foldUnit(code: number): number {
  if (isSilent(code)) return 0
  // Korean syllables and kana would fall apart into pieces; Chinese characters have nothing to fold.
  if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xa000 && code <= 0xdfff)) return code
  const lower = String.fromCharCode(code).toLowerCase()
  const own = OWN[lower]
  if (own !== undefined) return own.charCodeAt(0)
  const bare = Array.from(lower.normalize('NFKD')).find((mark) => !isSilent(mark.charCodeAt(0))) ?? lower
  return (OWN[bare] ?? bare).charCodeAt(0)
}

/**
 * One UTF-16 unit for each UTF-16 unit, 0 where the unit is dropped: lower case, without accents, Arabic and Persian forms
 * of one letter made equal, both Turkish i made i. One unit for one, so that positions in the text stay valid.
 */
export const FOLD: Uint16Array = Uint16Array.from({ length: 65_536 }, (_, code) => foldUnit(code))
