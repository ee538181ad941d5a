import type { types } from '@slack/bolt'
import type { Suggestion } from '../../../src/chat/command.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { languageName } from '../../../src/words/names.ts'
import { say } from '../../../src/words/say.ts'
import { MODAL_TITLE } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import { toOptions } from './actions.ts'

type FrameText = 'form.subscribe' | 'form.edit' | 'form.settings' | 'form.save' | 'action.subscribe'

/** Draws what stands around the fields of a form. */
export const frameForm = (title: FrameText, submit: FrameText, language: string) => ({
  title: shortText(say(title, language), MODAL_TITLE),
  submit: shortText(say(submit, language), MODAL_TITLE),
  close: shortText(say('form.cancel', language), MODAL_TITLE),
})

/** Draws a field that may be left empty, unless `extra` says otherwise. */
export const drawField = (
  block_id: string,
  label: string,
  element: types.InputBlockElement,
  extra: Partial<types.InputBlock> = {},
): types.InputBlock => ({
  type: 'input',
  block_id,
  label: plainText(label),
  ...extra,
  optional: extra.optional ?? true,
  element,
})

/** Draws a menu in which one of a few values is chosen. */
export function drawMenu(
  action_id: string,
  given: readonly Suggestion[],
  chosen: string | undefined,
): types.StaticSelect {
  const options = toOptions(given)
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id,
    options,
    ...(initial !== undefined && { initial_option: initial }),
  }
}

/** The languages that answers can be in, each by its own name. */
export const SPOKEN_CHOICES: readonly Suggestion[] = SPOKEN.map((code) => ({
  label: languageName(code, code),
  value: code,
}))
