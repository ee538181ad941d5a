import type { ViewOutput } from '@slack/bolt'
import type { RawOptions } from '../../../src/chat/commands.ts'
import { commandNamed } from '../../../src/chat/named.ts'
import { drawSettingsModal, QUIET_FROM, QUIET_TO, SETTINGS_FORM } from '../draw/settings-modal.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import type { Home } from './home.ts'
import { openView } from './open-view.ts'
import { arrivalOf, type Surface } from './surface.ts'

/** Opens the form for a person's own settings. */
export async function openSettings(trigger: string, surface: Surface, tools: RequestTools): Promise<void> {
  const { commands, askers } = tools
  await openView(trigger, surface, { form: SETTINGS_FORM, tools }, async () => {
    const own = await askers.of({ ...surface, channel: null })
    const settings = await commands.answer(commands.read('settings'), own)
    return settings.kind === 'settings' ? drawSettingsModal(settings) : null
  })
}

/**
 * Handles a submitted settings form. Mistakes are shown at their fields; otherwise the Home tab shows the new
 * settings.
 */
export function listenToSettings(tools: RequestTools, requests: Requests, home: Home): void {
  const { app, commands, workspaces, askers, isNew } = tools
  app.view({ callback_id: SETTINGS_FORM, type: 'view_submission' }, async ({ view, body, ack, context }) => {
    const surface = await arrivalOf(body, context, workspaces)
    const command = commandNamed(commands, 'settings')
    const options = optionsIn(view.state)
    const mistakes = [...commands.validate(command, options, askers.known(surface))]
    if (mistakes.length > 0) {
      const fields = mistakes.map(([option, text]) => [option === 'quiet' ? QUIET_TO : option, text])
      return ack({ response_action: 'errors', errors: Object.fromEntries(fields) })
    }
    await ack()
    await requests.guard(surface, async () => {
      if (!(await isNew(`form ${view.id} ${view.hash}`))) return
      await commands.answer(
        { command, options, mistakes: [] },
        await askers.of({ ...surface, channel: null }),
      )
      await home.refresh(surface)
    })
  })
}

/** The chosen values as options. Empty times turn quiet hours off; other empty fields change nothing. */
function optionsIn({ values }: ViewOutput['state']): RawOptions {
  const time = (block: string): string => Object.values(values[block] ?? {})[0]?.selected_time ?? ''
  const chosen = (block: string): readonly string[] =>
    Object.values(values[block] ?? {}).flatMap(({ selected_option, selected_options = [] }) =>
      [selected_option, ...selected_options].flatMap((option) => option?.value ?? []),
    )
  const [from, to] = [time(QUIET_FROM), time(QUIET_TO)]
  return new Map<string, readonly string[]>([
    ['to', ['me']],
    ['quiet', [from === '' && to === '' ? 'off' : `${from}-${to}`]],
    ...['zone', 'speak', 'reads'].flatMap((name) => {
      const values = chosen(name)
      return values.length === 0 ? [] : [[name, values] as const]
    }),
  ])
}
