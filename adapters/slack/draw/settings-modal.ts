import type { types } from '@slack/bolt'
import type { Message } from '../../../src/records/message.ts'
import { languageName } from '../../../src/words/names.ts'
import { localeOf } from '../../../src/words/locale.ts'
import { say } from '../../../src/words/say.ts'
import { PLACEHOLDER } from '../limits.ts'
import { shortText } from '../text/plain.ts'
import { toOptions } from './actions.ts'
import type { Block } from './drawing.ts'
import { drawField, drawMenu, frameForm, SPOKEN_CHOICES } from './form-fields.ts'

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
  const spoken = speaks === null ? undefined : localeOf(speaks).language
  const clock = (name: 'from' | 'to'): types.Timepicker => ({
    type: 'timepicker',
    action_id: name,
    ...(quiet !== null && { initial_time: quiet[name] }),
  })
  return {
    type: 'modal',
    callback_id: SETTINGS_FORM,
    ...frameForm('form.settings', 'form.save', language),
    blocks: [
      drawField('zone', say('settings.zone', language), {
        type: 'external_select',
        action_id: 'zone',
        min_query_length: 0,
        placeholder: shortText(zoneInUse, PLACEHOLDER),
        ...(zoneChosen !== undefined && { initial_option: zoneChosen }),
      }),
      drawField('speak', say('settings.language', language), {
        ...drawMenu('speak', SPOKEN_CHOICES, spoken),
        placeholder: shortText(languageName(localeOf(language).language, language), PLACEHOLDER),
      }),
      drawField('reads', say('settings.reads', language), {
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
      drawField(QUIET_FROM, say('form.quietFrom', language), clock('from')),
      drawField(QUIET_TO, say('form.quietTo', language), clock('to')),
    ],
  }
}

export const QUIET_FROM = 'quiet-from'
export const QUIET_TO = 'quiet-to'
