/**
 * What somebody says to the bot where it is mentioned (`<@U012>`, `<@U012|dragoman>`, `<@!123>`): the text without its name, wherever that stands, and without what
 * parts a name from what is said to it. Empty where it is the name alone. `self`: the bot's id on the platform.
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
