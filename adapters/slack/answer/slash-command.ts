import { asksForForm, readTyped } from '../commands.ts'
import { arrivalOf } from './arrival.ts'
import type { Forms } from './forms.ts'
import type { DeskTools, FrontDesk } from './front-desk.ts'

/** `/news …`: acknowledged at once, whatever the store is doing; answered when the answer is there. */
export function listenToCommands(
  { app, commands, workspaces, isNew }: DeskTools,
  desk: FrontDesk,
  forms: Forms,
): void {
  app.command(/^\//u, async ({ command: typed, ack, context }) => {
    await ack()
    const { team_id, user_id, user_name, channel_id, response_url, trigger_id: trigger } = typed
    const payload = {
      team: { id: team_id },
      user: { id: user_id, name: user_name },
      channel: { id: channel_id },
      response_url,
    }
    const surface = await arrivalOf(payload, context, workspaces)
    await desk.guard(surface, async () => {
      const { text, request } = readTyped(typed.text, commands)
      // A trigger lives three seconds: the form comes before the store is asked.
      const opening = asksForForm(request) ? forms.open(trigger, surface, null) : null
      if (opening !== null) return opening
      if (await isNew(`command ${trigger}`)) await desk.answer(request, surface, text)
    })
  })
}
