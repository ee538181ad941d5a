/** What was read is no feed: an HTML page or a piece of one, nothing at all, something else. `code` tells programs, the text tells people. */
export class NotAFeed extends Error {
  readonly code: 'empty' | 'html' | 'fragment' | 'unknown'
  constructor(code: NotAFeed['code'], text: string) {
    super(text)
    this.name = 'NotAFeed'
    this.code = code
  }
}
