/** Text in which Slack finds no mention, no link and no entity (https://docs.slack.dev/messaging/formatting-message-text). */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
