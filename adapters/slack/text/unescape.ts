/**
 * What somebody wrote. Slack writes addresses as `<https://…|label>`, people as `<@U…|name>`, and the signs that do this as entities. Channels stay as they are:
 * `<#C…|name>` is how they are named to commands. https://docs.slack.dev/messaging/formatting-message-text
 */
export function unescape(text: string): string {
  return text
    .replaceAll(/<((?:https?|mailto):[^|>\s]{1,2000})(?:\|[^>]{0,2000})?>/gu, '$1')
    .replaceAll(/<[@!]([^|>]{1,100})(?:\|([^>]{1,100}))?>/gu, (_, id: string, name?: string) => name ?? id)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/**
 * What somebody wrote as a message: there Slack writes bold as `*so*`, and italic, struck, code and quotations by signs of their own, which are no part of what was
 * said. A sign that stands alone stays. https://docs.slack.dev/messaging/formatting-message-text
 */
export function readWritten(text: string): string {
  const lines = text.replaceAll('```', ' ').replaceAll(/^&gt;(?:&gt;&gt;)? ?/gmu, '')
  return unescape(STYLES.reduce((plain, style) => plain.replaceAll(style, '$1$2'), lines)).trim()
}

const STYLES = ['`', '\\*', '_', '~'].map(
  (sign) =>
    new RegExp(
      String.raw`(^|[\s\p{P}\p{S}])${sign}(?![\s${sign}])([^\n${sign}]{0,1000}[^\s${sign}])${sign}(?![\p{L}\p{N}])`,
      'gu',
    ),
)
