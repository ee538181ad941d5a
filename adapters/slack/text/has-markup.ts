/** Whether a text holds signs that mrkdwn would take for its own. It has no way to escape them, unlike `&`, `<` and `>`. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text)
}

/** Bold, italic, struck and code; the bar of a link; a named emoji; a quotation. */
const MARKUP = /[*_~`|]|:[^\s:]+:|^\s*>/u
