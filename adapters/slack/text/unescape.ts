/**
 * Restores what somebody typed. Slack encodes addresses as `<https://…|label>`, people as `<@U…|name>`, and
 * `<`, `>`, `&` as entities. Channels stay as `<#C…|name>`, the form that commands read.
 * https://docs.slack.dev/messaging/formatting-message-text
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
 * Restores what somebody wrote as a message. There Slack marks bold as `*so*`, and italic, strikethrough,
 * code and quotations with signs of their own, which are removed. A single sign stays.
 * https://docs.slack.dev/messaging/formatting-message-text
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
