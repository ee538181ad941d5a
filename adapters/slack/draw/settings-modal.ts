import type { types } from '@slack/bolt'
import { SPOKEN } from '../../../src/language/languages.ts'
import type { Message } from '../../../src/records/message.ts'
import { languageName } from '../../../src/words/names.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { MODAL_TITLE, PLACEHOLDER } from '../limits.ts'
import { plainText, shortText } from '../text/plain.ts'
import { toOptions } from './actions.ts'
import type { Block } from './drawing.ts'

/** `callback_id` of the form. */
export const SETTINGS_FORM = 'settings'

/**
 * Draws the form of a person's settings, filled with the current ones. Fields are named after the options of
 * `/news settings`; quiet hours have two fields.
 */
export function drawSettingsModal({
  settings,
  zone: zoneInUse,
  language,
}: Extract<Message, { readonly kind: 'settings' }>): Omit<types.ModalView, 'blocks'> & { blocks: Block[] } {
  const { zone, speaks, reads, quiet } = settings
  const [zoneChosen] = toOptions(zone === null ? [] : [{ label: zone, value: zone }])
  const languages = toOptions(SPOKEN.map((code) => ({ label: languageName(code, code), value: code })))
  const spoken = speaks === null ? undefined : localeOf(speaks).language
  const chosen = languages.find(({ value }) => value === spoken)
  const clock = (name: 'from' | 'to'): types.Timepicker => ({
    type: 'timepicker',
    action_id: name,
    ...(quiet !== null && { initial_time: quiet[name] }),
  })
  const field = (
    name: keyof typeof FIELD,
    block_id: string,
    element: types.InputBlockElement,
  ): types.InputBlock => ({
    type: 'input',
    block_id,
    label: plainText(say(FIELD[name], language)),
    optional: true,
    element,
  })
  return {
    type: 'modal',
    callback_id: SETTINGS_FORM,
    title: shortText(say('form.settings', language), MODAL_TITLE),
    submit: shortText(say('form.save', language), MODAL_TITLE),
    close: shortText(say('form.cancel', language), MODAL_TITLE),
    blocks: [
      field('zone', 'zone', {
        type: 'external_select',
        action_id: 'zone',
        min_query_length: 0,
        placeholder: shortText(zoneInUse, PLACEHOLDER),
        ...(zoneChosen !== undefined && { initial_option: zoneChosen }),
      }),
      field('language', 'speak', {
        type: 'static_select',
        action_id: 'speak',
        options: languages,
        placeholder: shortText(languageName(localeOf(language).language, language), PLACEHOLDER),
        ...(chosen !== undefined && { initial_option: chosen }),
      }),
      field('reads', 'reads', {
        type: 'multi_external_select',
        action_id: 'reads',
        min_query_length: 0,
        placeholder: shortText(say('form.choose', language), PLACEHOLDER),
        ...(reads !== null && {
          initial_options: toOptions(
            reads.map((code) => ({ label: languageName(code, language), value: code })),
          ),
        }),
      }),
      field('quietFrom', QUIET_FROM, clock('from')),
      field('quietTo', QUIET_TO, clock('to')),
    ],
  }
}

const FIELD = {
  zone: 'settings.zone',
  language: 'settings.language',
  reads: 'settings.reads',
  quietFrom: 'form.quietFrom',
  quietTo: 'form.quietTo',
} as const

export const QUIET_FROM = 'quiet-from'
export const QUIET_TO = 'quiet-to'
