const HIDDEN = '[hidden]'

/**
 * Patterns of secrets and their replacements. None matches a backslash or quotation mark, so that a line of
 * JSON stays valid.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  [/\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/gu, HIDDEN],
  [/(hooks\.slack(?:-gov)?\.com\/)[^\s"'\\]+/gu, `$1${HIDDEN}`],
  // Discord: webhook and interaction URLs, and bot tokens
  // (https://docs.discord.com/developers/reference#authentication).
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?#"'\\]+/gu, `$1${HIDDEN}`],
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/gu, HIDDEN],
  // API keys of models, whatever they appear in, and tokens in headers.
  [/\bsk-[\w-]{16,}/gu, HIDDEN],
  [/\b(Bearer|Bot) [\w.~+/=-]{16,}/gu, `$1 ${HIDDEN}`],
  // User name and password in a URL.
  [/(:\/\/)[^\s/?#@"'\\]+@/gu, `$1${HIDDEN}@`],
]

/**
 * Removes tokens, keys and passwords from a text. Use it for everything that is logged, printed or shown to
 * people: foreign error messages contain them.
 */
export function hideSecrets(text: string): string {
  return SECRETS.reduce((left, [secret, instead]) => left.replace(secret, instead), text)
}
