/** A piece of what somebody typed: `key:value`, `"a phrase"`, or a word. */
export interface Token {
  /** As typed, lower case; null where there is none. */
  readonly key: string | null
  readonly text: string
  readonly quoted: boolean
  /** The whole piece, of one with a key: `Syria: bridge`. */
  readonly typed?: string
}

/** Cuts cleaned text. A quote that is never closed reaches to the end; a key that stands alone takes the next piece. */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const [piece, alone, before, quoted, bare] of text.matchAll(TOKEN)) {
    const key = before ?? alone
    const value = quoted ?? bare ?? ''
    const waiting = tokens.at(-1)
    if (key === undefined && waiting !== undefined && isWaiting(waiting)) {
      tokens[tokens.length - 1] = {
        key: waiting.key,
        text: value.trim(),
        quoted: quoted !== undefined,
        typed: `${waiting.typed ?? ''} ${piece}`,
      }
    } else if (key !== undefined && isPart(key, value)) {
      tokens.push({ key: null, text: `${key}:${value}`, quoted: false })
    } else {
      tokens.push({
        key: key?.toLowerCase() ?? null,
        text: value.trim(),
        quoted: quoted !== undefined,
        ...(key !== undefined && { typed: piece }),
      })
    }
  }
  return tokens.filter((token) => token.key !== null || token.text !== '')
}

/** Quotes with nothing between them are a value: `keywords:"" daily`. */
const isWaiting = ({ key, text, quoted }: Token): boolean => key !== null && text === '' && !quoted

/** The value may be empty only behind a key. */
const TOKEN =
  /([\p{L}\p{M}-]{1,32}):(?=\s|$)|(?:([\p{L}\p{M}-]{1,32}):)?(?:"([^"]*)(?:"|$)|([-\u2212\u2013]"[^"]*(?:"|$)|[^\s"]+))/gu

/** `https://…` and `weekly:mon` are values. */
function isPart(key: string, value: string): boolean {
  return value.startsWith('//') || key.toLowerCase() === 'weekly'
}
