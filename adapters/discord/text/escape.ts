/**
 * Harmless text as Discord Markdown that shows the same characters and makes nothing of them: no mention, no link, no emphasis, spoiler or code,
 * no custom emoji, timestamp or command. A backslash before a sign takes its meaning. https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  return text.replace(SIGNS, String.raw`\$&`).replace(COLON_OF_ADDRESS_OR_EMOJI, String.raw`\:`)
}

/** A line that begins no heading, quotation, list or small print. */
export function escapeBeginning(line: string): string {
  return line.replace(BLOCK_SIGN, String.raw`$1\$2`)
}

/** Discord's own pattern of a link looks past backslashes for its end: what must not follow a bracket is a round one. */
const SIGNS = /[\\*_~|`<>[\]@]|(?<=\])\(/g

/** `https://`, `mailto:` and `:tada:`; a colon before a blank or in a time of day stays as it is. */
const COLON_OF_ADDRESS_OR_EMOJI = /:(?=\/|[^\s:]+:)|(?<=\b(?:mailto|tel|sip)):/gi

const BLOCK_SIGN = /^(\d*)([#+.)-])/
