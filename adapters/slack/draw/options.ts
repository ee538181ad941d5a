import type { types } from '@slack/bolt'
import type { Suggestion } from '../../../src/chat/command.ts'
import { OPTION_TEXT, SELECT_OPTIONS } from '../limits.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'

/** Suggestions as the options of a menu; those that Slack cannot give back whole are left out. */
export function toOptions(suggestions: readonly Suggestion[]): types.PlainTextOption[] {
  return suggestions
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= OPTION_TEXT)
    .slice(0, SELECT_OPTIONS)
    .map(({ label, value }) => ({ text: plainText(shorten(label, OPTION_TEXT)), value }))
}
