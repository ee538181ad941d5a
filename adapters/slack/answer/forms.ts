import type { types } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import type { Asker, Suggestion } from '../../../src/chat/command.ts'
import type { RawOptions } from '../../../src/chat/commands.ts'
import { cardNamed, commandNamed } from '../../../src/chat/named.ts'
import { zoneHere } from '../../../src/chat/zone-here.ts'
import { say } from '../../../src/words/say.ts'
import { toOptions } from '../draw/actions.ts'
import { drawSubscribeModal, FOLLOW, SUBSCRIBE_FORM, UNFOLD } from '../draw/subscribe-modal.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import type { Home } from './home.ts'
import { openView } from './open-view.ts'
import { readForm } from './read-form.ts'
import { arrivalOf, type Surface } from './surface.ts'

export type Forms = ReturnType<typeof createForms>

/**
 * How many open forms are remembered, and for how long: as long as their `response_url` accepts an answer.
 */
const MOST_FORMS = 2_000
const FRESH_MS = 30 * 60_000

/** Initial state of the form. */
interface FormPreset {
  /** Id of the subscription to change; absent for a new one. */
  readonly id?: string
  /** Id of a region that is preselected. */
  readonly region?: string
}

/** Opens the subscription form and remembers where it was opened. */
export function createForms(tools: RequestTools, requests: Requests) {
  const { commands, askers } = tools
  const surfaces = new LRUCache<string, Surface>({ max: MOST_FORMS, ttl: FRESH_MS })

  /** Opens the form for a new subscription, or for the subscription with this id. */
  async function open(trigger: string, surface: Surface, begin: FormPreset): Promise<void> {
    await openView(trigger, surface, { form: SUBSCRIBE_FORM, tools }, (view) => {
      surfaces.set(view, surface)
      return draw(surface, begin)
    })
  }

  async function draw(surface: Surface, { id, region }: FormPreset): Promise<types.ModalView | null> {
    const asker = await askers.of(surface)
    const subscription = id === undefined ? null : await cardNamed(id, commands, asker)
    if (id !== undefined && subscription === null) {
      await requests.warn('answer.oldButton', surface)
      return null
    }
    const { channel: from, isDirect, language } = asker
    const zone = (await zoneHere(commands, asker)) ?? asker.zone
    return drawSubscribeModal({
      from,
      isDirect,
      zone,
      language,
      subscription,
      regions: region === undefined ? [] : await regionCalled(region, asker),
    })
  }

  async function regionCalled(id: string, asker: Asker): Promise<readonly Suggestion[]> {
    const found = await commands.suggest(commandNamed(commands, 'subscribe'), 'region', id, asker)
    return found.filter(({ value }) => value === id)
  }

  return {
    open,
    /** Where the form with this id was opened; null if that is too long ago. */
    openedAt: (view: string): Surface | null => surfaces.get(view) ?? null,
  }
}

/**
 * Handles a submitted form. Mistakes are shown at their fields and nothing is saved; otherwise runs the
 * form's command.
 */
export function listenToForms(tools: RequestTools, requests: Requests, forms: Forms, home: Home): void {
  const { app, commands, workspaces, askers, isNew } = tools

  app.view({ callback_id: SUBSCRIBE_FORM, type: 'view_submission' }, async ({ view, body, ack, context }) => {
    const form = readForm(view)
    const arrival = await arrivalOf(body, context, workspaces)
    const surface = forms.openedAt(view.id) ?? { ...arrival, channel: channelOf(form.from) }
    const command = commandNamed(commands, form.command)
    const asker = askers.known(surface)
    const fields = view.blocks.flatMap(({ type, block_id }) =>
      type === 'input' && block_id !== undefined ? [block_id] : [],
    )
    const [first = ''] = fields
    const mistakes = [...commands.validate(command, form.options, asker)]
    if (form.command === 'subscribe' && !namesSomething(form.options))
      mistakes.push([first, say('subscribe.what', asker.language)])
    if (mistakes.length > 0) {
      const errors = Object.fromEntries(
        mistakes.map(([option, text]) => [fields.includes(option) ? option : first, text]),
      )
      return ack({ response_action: 'errors', errors })
    }
    await ack()
    await requests.guard(surface, async () => {
      if (!(await isNew(`form ${view.id} ${view.hash}`))) return
      await requests.answer({ command, options: form.options, mistakes: [] }, surface)
      await home.refresh(surface)
    })
  })

  // Unfolds the rarely needed fields. Slack keeps the values already chosen, by the names of the fields.
  app.action({ action_id: UNFOLD, type: 'block_actions' }, async ({ body, ack, context }) => {
    await ack()
    const { view } = body
    if (view === undefined) return
    const surface = await arrivalOf(body, context, workspaces)
    await requests.guard(surface, async () => {
      const form = { from: '', isDirect: true, zone: 'UTC', subscription: null, isUnfolded: true }
      const drawn = drawSubscribeModal({ ...form, language: askers.known(surface).language })
      const shownIds = new Set([...view.blocks.map(({ block_id }) => block_id), 'to'])
      const further = drawn.blocks.filter(({ block_id }) => !shownIds.has(block_id))
      const { id, hash, title, submit, close, private_metadata } = view
      await surface.workspace.client.views.update({
        view_id: id,
        hash,
        view: {
          ...drawn,
          private_metadata,
          title,
          ...(submit !== null && { submit }),
          ...(close !== null && { close }),
          blocks: [...view.blocks.filter(({ block_id }) => block_id !== UNFOLD), ...further],
        },
      })
    })
  })

  app.shortcut({ callback_id: FOLLOW, type: 'shortcut' }, async ({ shortcut, ack, context }) => {
    await ack()
    const surface = await arrivalOf(shortcut, context, workspaces)
    await requests.guard(surface, () => forms.open(shortcut.trigger_id, surface, {}))
  })

  app.options(
    /^\w+$/u,
    async ({ options: { action_id: option, value: words, ...payload }, ack, context }) => {
      const { workspace, user } = await arrivalOf(payload, context, workspaces)
      const asker = askers.known({ workspace, user, channel: null })
      const found = await commands.suggest(commandNamed(commands, 'subscribe'), option, words, asker)
      // News mention people who are in no list, so the typed name is offered too.
      const typed = option === 'person' && words.trim() !== '' ? [{ label: words, value: words }] : []
      await ack({ options: toOptions([...found, ...typed]) })
    },
  )
}

/** The channel of `slack:TEAM/CHANNEL`; null for direct messages, `slack:@TEAM/USER`. */
const channelOf = (destination: string): string | null =>
  destination.startsWith('slack:@') ? null : (destination.split('/')[1] ?? null)

/**
 * Whether at least one filter is filled in. A form with all of them empty is not taken as a wish for
 * everything.
 */
const namesSomething = (options: RawOptions): boolean =>
  ['region', 'country', 'topic', 'keywords', 'without', 'source', 'person', 'language'].some((name) =>
    options.has(name),
  )
