import type { Commands, Request } from '../../src/chat/commands.ts'

/** What somebody typed behind `/news`, as they typed it. */
export interface Typed {
  readonly text: string
  readonly request: Request
}

/** Reads what Slack hands over of a slash command whose manifest says `should_escape`. */
export function readTyped(escaped: string, commands: Commands): Typed {
  const text = unescape(escaped)
  return { text, request: commands.read(text) }
}

/** `/news subscribe` and nothing else: a form asks for the rest. */
export function asksForForm({ command, options, mistakes }: Request): boolean {
  return command.name === 'subscribe' && options.size === 0 && mistakes.length === 0
}

/**
 * Slack writes addresses as `<https://…|label>`, people as `<@U…|name>`, and the signs that do this as entities. Channels stay as they are: `<#C…|name>` is how
 * they are named to commands. https://docs.slack.dev/messaging/formatting-message-text
 */
function unescape(text: string): string {
  return text
    .replaceAll(/<((?:https?|mailto):[^|>\s]{1,2000})(?:\|[^>]{0,2000})?>/gu, '$1')
    .replaceAll(/<[@!]([^|>]{1,100})(?:\|([^>]{1,100}))?>/gu, (_, id: string, name?: string) => name ?? id)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
