const HIDDEN = '[hidden]'

/** What each is, and what of it stays. None takes in a backslash or a quotation mark, so that a line of JSON stays one. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Slack: https://docs.slack.dev/authentication/tokens
  [/\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/gu, HIDDEN],
  [/(hooks\.slack(?:-gov)?\.com\/)[^\s"'\\]+/gu, `$1${HIDDEN}`],
  // Discord: addresses that answer in our name, and the token of a bot (https://docs.discord.com/developers/reference#authentication).
  [/(\/(?:webhooks|interactions)\/\d+\/)[^\s/?#"'\\]+/gu, `$1${HIDDEN}`],
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/gu, HIDDEN],
  // Keys of models, whoever shows them, and what stands in a header.
  [/\bsk-[\w-]{16,}/gu, HIDDEN],
  [/\b(Bearer|Bot) [\w.~+/=-]{16,}/gu, `$1 ${HIDDEN}`],
  // Name and password in an address.
  [/(:\/\/)[^\s/?#@"'\\]+@/gu, `$1${HIDDEN}@`],
]

/** A text without the tokens, keys and passwords that errors of others carry in theirs: for all that is logged, printed or told to people. */
export function hideSecrets(text: string): string {
  return SECRETS.reduce((left, [secret, instead]) => left.replace(secret, instead), text)
}
