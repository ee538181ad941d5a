import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import charsets from './legacy-charsets.json' with { type: 'json' }

/** What is known about the bytes besides the bytes themselves. */
export interface DecodeHints {
  /** The `Content-Type` header, verbatim. */
  readonly contentType?: string | undefined
  /**
   * Language of the source (ISO 639-1). Chooses the legacy character set to guess when nothing else tells.
   */
  readonly language?: string | undefined
}

/**
 * Decodes bytes to text and returns the character set used, in lower case. Tries in order: byte order mark,
 * `Content-Type`, XML declaration, UTF-8 if the bytes are valid UTF-8, and last the legacy character set of
 * the language. A declared UTF-8 is ignored if the bytes are not valid UTF-8. A Latin-1 that only the server
 * declares is ignored if they are. Never throws.
 */
export function decode(
  bytes: Uint8Array,
  hints: DecodeHints = {},
): { readonly text: string; readonly charset: string } {
  const start = asciiHead(bytes, 4)
  const [marked] = BEGINNINGS.find(([, beginning]) => beginning.test(start)) ?? []
  if (marked) return { text: read(bytes, marked) ?? '', charset: marked }

  const stated = headerCharset(hints.contentType)
  // XML without a declaration is UTF-8 (XML 1.0, 4.3.3). Some servers label everything Latin-1, and Latin-1
  // text is never valid UTF-8 by chance.
  const implied = stated !== null && BLANKET.test(stated) && isUtf8(bytes) ? 'utf-8' : null
  const declared = declaredCharset(bytes) ?? implied
  // An XML declaration of UTF-8 that the bytes confirm beats a server's blanket "iso-8859-1".
  const candidates =
    declared && namesUtf8(declared) && stated && !namesUtf8(stated) && !isAscii(bytes)
      ? [declared, stated]
      : [stated, declared]
  for (const charset of [...candidates, 'utf-8']) {
    const text = charset && read(bytes, charset)
    if (charset && typeof text === 'string') return { text, charset }
  }
  const guess = LEGACY_CHARSETS.get(hints.language ?? statedLanguage(bytes) ?? '') ?? 'windows-1252'
  return { text: read(bytes, guess) ?? new TextDecoder().decode(bytes), charset: guess }
}

const BLANKET = /^(?:iso-?8859-1|latin-?1|windows-1252|cp1252)$/

const namesUtf8 = (charset: string): boolean => charset === 'utf-8' || charset === 'utf8'

/**
 * Encodings by the first four bytes: a byte order mark or, without one, the zero bytes that wide encodings
 * put around the first `<` or `{` (XML 1.0, appendix F).
 */
const BEGINNINGS: readonly (readonly [charset: string, beginning: RegExp])[] = [
  ['utf-8', /^\u00ef\u00bb\u00bf/],
  ['utf-32le', /^(?:\u00ff\u00fe\0\0|[^\0]\0{3})/],
  ['utf-16le', /^(?:\u00ff\u00fe|[^\0]\0[^\0]\0)/],
  ['utf-32be', /^\0\0(?:\u00fe\u00ff|\0[^\0])/],
  ['utf-16be', /^(?:\u00fe\u00ff|\0[^\0]\0[^\0])/],
]

function headerCharset(contentType: string | undefined): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
}

/**
 * Reads the XML declaration. It is ASCII in every character set without a byte order mark, except EBCDIC,
 * which no feed uses.
 */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = asciiHead(bytes, 512)
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null
}

function statedLanguage(bytes: Uint8Array): string | undefined {
  const head = asciiHead(bytes, 4096)
  return /(?:<language>|<dc:language>|xml:lang=["'])\s*([a-z]{2})/i.exec(head)?.[1]?.toLowerCase()
}

/** Returns the first `length` bytes as text, of which only the ASCII characters are reliable. */
export const asciiHead = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1')

/** Returns null if the character set is unknown or the bytes are not valid in it. */
function read(bytes: Uint8Array, charset: string): string | null {
  // Servers declare "utf-16" or "ascii" for bytes that are neither. Without zero bytes it cannot be a wide
  // encoding.
  if (/^(utf|ucs)-?(16|32|2|4)/.test(charset) && !bytes.includes(0)) return null
  if (charset === 'us-ascii' || charset === 'ascii') return isAscii(bytes) ? read(bytes, 'utf-8') : null
  if (namesUtf8(charset)) return isUtf8(bytes) ? new TextDecoder().decode(bytes) : null
  const decoder = decoderFor(charset)
  if (decoder === null) return null
  try {
    return decoder === 'iconv' ? iconv.decode(Buffer.from(bytes), charset) : decoder.decode(bytes)
  } catch {
    return null
  }
}

function decoderFor(charset: string): TextDecoder | 'iconv' | null {
  try {
    return new TextDecoder(charset)
  } catch {
    return iconv.encodingExists(charset) && !NO_CHARSETS.test(charset) ? 'iconv' : null
  }
}

/** Names that iconv accepts but that are not character sets: they encode bytes as letters. */
const NO_CHARSETS = /^(?:base-?64|hex)/

/**
 * Fallback encodings by language, from the HTML standard
 * (https://html.spec.whatwg.org/#determining-the-character-encoding).
 */
const LEGACY_CHARSETS: ReadonlyMap<string, string> = new Map(Object.entries(charsets))
