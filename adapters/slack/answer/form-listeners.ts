import type { RawOptions } from '../../../src/chat/commands.ts'
import { say } from '../../../src/words/say.ts'
import { toOptions } from '../draw/options.ts'
import { SUBSCRIBE_FORM } from '../draw/subscribe-modal.ts'
import { readForm } from './read-form.ts'
import { arrivalOf } from './arrival.ts'
import type { Forms } from './forms.ts'
import type { DeskTools, FrontDesk } from './front-desk.ts'
import type { Home } from './home.ts'

/** A form that was sent: what is wrong is told at its fields, before anything is kept; else it is the command that it fills in. */
export function listenToForms(tools: DeskTools, desk: FrontDesk, forms: Forms, home: Home): void {
  const { app, commands, workspaces, askers, isNew } = tools

  app.view({ callback_id: SUBSCRIBE_FORM, type: 'view_submission' }, async ({ view, body, ack, context }) => {
    const form = readForm(view)
    const arrival = await arrivalOf(body, context, workspaces)
    const surface = forms.openedAt(view.id) ?? { ...arrival, channel: channelOf(form.from) }
    const command = commands.all.find(({ name }) => name === form.command)
    if (command === undefined) throw new Error(`There is no command ${form.command}.`)
    const asker = askers.known(surface)
    const fields = view.blocks.flatMap(({ type, block_id }) =>
      type === 'input' && block_id !== undefined ? [block_id] : [],
    )
    const [first = ''] = fields
    const mistakes = [...commands.check(command, form.options, asker)]
    if (form.command === 'subscribe' && !namesSomething(form.options))
      mistakes.push([first, say('subscribe.what', asker.language)])
    if (mistakes.length > 0) {
      const errors = Object.fromEntries(
        mistakes.map(([option, text]) => [fields.includes(option) ? option : first, text]),
      )
      return ack({ response_action: 'errors', errors })
    }
    await ack()
    await desk.guard(surface, async () => {
      if (!(await isNew(`form ${view.id} ${view.hash}`))) return
      await desk.answer({ command, options: form.options, mistakes: [] }, surface)
      await home.refresh(surface)
    })
  })

  app.options(/^\w+$/u, async ({ options: asked, ack, context }) => {
    const { workspace, user } = await arrivalOf(asked, context, workspaces)
    const command = commands.all.find(({ name }) => name === 'subscribe')
    const asker = askers.known({ workspace, user, channel: null })
    const found =
      command === undefined ? [] : await commands.suggest(command, asked.action_id, asked.value, asker)
    await ack({ options: toOptions(found) })
  })
}

/** `slack:TEAM/CHANNEL`; none in direct messages, `slack:@TEAM/USER`. */
const channelOf = (destination: string): string | null =>
  destination.startsWith('slack:@') ? null : (destination.split('/')[1] ?? null)

/** Everything at once is not what somebody means who leaves all fields empty. */
const namesSomething = (options: RawOptions): boolean =>
  ['region', 'country', 'topic', 'keywords'].some((name) => options.has(name))
