/**
 * Returns what somebody says to the bot without its mention (`<@U012>`, `<@U012|dragoman>`, `<@!123>`),
 * wherever the mention stands, and without the punctuation that separates a name from what follows. Empty
 * where the text is the mention alone. `self` is the bot's id on the platform.
 */
export function withoutMention(text: string, self: string): string {
  return text
    .replaceAll(/<@!?([A-Za-z0-9]{1,40})(?:\|[^>]{0,100})?>/gu, (mention, id: string) =>
      id === self ? ' ' : mention,
    )
    .replace(/^[\s,:;،؛–—-]+/u, '')
    .replaceAll(/[^\S\n]{2,}/gu, ' ')
    .trim()
}
