import type { BlockAction, BlockElementAction } from '@slack/bolt'
import type { Request } from '../../../src/chat/commands.ts'
import { decodeButton } from '../../../src/chat/action.ts'
import { CHANNEL, COMMAND, EDIT, IN_CHANNEL, SETTINGS, SHARE, SUBSCRIBE } from '../draw/actions.ts'
import type { Forms } from './forms.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import { answerPrivately } from './give-answer.ts'
import type { Home } from './home.ts'
import { deleteOriginal } from './respond.ts'
import { openSettings } from './settings-form.ts'
import { arrivalOf, type Surface } from './surface.ts'

/** A press of a button or menu, and where it happened. */
interface Press {
  readonly surface: Surface
  /** The value of the button or of the chosen menu entry. */
  readonly value: string
  /** Slack's trigger id. It can open a form for three seconds, and identifies repeats of the same press. */
  readonly trigger: string
  readonly isHome: boolean
  /** Whether the pressed message is visible to one person only. */
  readonly isPrivate: boolean
}

/** Handles buttons and menus. Each is a ready command, opens a form, or shares a private answer. */
export function listenToButtons(tools: RequestTools, requests: Requests, forms: Forms, home: Home): void {
  const { app, commands, workspaces, isNew, secret, responses } = tools

  /** Replaces a help message in place when somebody browses it. Returns whether it did. */
  async function unfolded(request: Request, surface: Surface): Promise<boolean> {
    const { responseUrl } = surface
    if (request.command.name !== 'help' || !request.options.has('group') || responseUrl === null) return false
    const message = await commands.answer(request, await tools.askers.of(surface))
    const { main, thread } = tools.draw(message)
    return thread.length === 0 && (await responses.replaceOriginal(responseUrl, main)) === 'given'
  }

  function onPress(id: string | RegExp, act: (press: Press) => Promise<void>): void {
    app.action({ action_id: id, type: 'block_actions' }, async ({ action, body, ack, context }) => {
      await ack()
      const arrival = await arrivalOf(body, context, workspaces, threadsOf(body))
      const surface = { ...arrival, channel: arrival.channel ?? channelMeant(action) }
      const press = {
        surface,
        value: valueOf(action),
        trigger: body.trigger_id,
        isHome: body.view?.type === 'home',
        isPrivate: isSeenByOne(body),
      }
      await requests.guard(surface, () => act(press))
    })
  }

  onPress(new RegExp(`^${COMMAND}`, 'u'), async ({ surface, value, trigger, isHome, isPrivate }) => {
    if (!(await isNew(`press ${trigger}`))) return
    const button = decodeButton(value, secret)
    if (button.status === 'refused') return requests.warn('answer.oldButton', surface)
    const request = commands.read(button.text)
    if (await unfolded(request, surface)) return
    if (!isHome) {
      await requests.answer(request, surface, { question: button.text, isFromPrivate: isPrivate })
      return
    }
    const message = await commands.answer(request, await tools.askers.of(surface))
    // A changed subscription shows on the Home tab itself; other results are sent as a direct message.
    if (message.kind !== 'subscription') await answerPrivately(message, { ...surface, channel: null }, tools)
    return home.refresh(surface)
  })

  onPress(new RegExp(`^${SUBSCRIBE}(?::|$)`, 'u'), async ({ surface, value, trigger }) => {
    const button = decodeButton(value, secret)
    const region =
      button.status === 'genuine' ? commands.read(button.text).options.get('region')?.[0] : undefined
    await forms.open(trigger, surface, region === undefined ? {} : { region })
  })

  onPress(SETTINGS, ({ surface, trigger }) => openSettings(trigger, surface, tools))

  onPress(EDIT, async ({ surface, value, trigger }) => {
    const button = decodeButton(value, secret)
    const id = button.status === 'genuine' ? button.text.split(' ')[1] : undefined
    await (id === undefined
      ? requests.warn('answer.oldButton', surface)
      : forms.open(trigger, surface, { id }))
  })

  onPress(SHARE, async ({ surface, value, trigger }) => {
    if (!(await isNew(`press ${trigger}`))) return
    await requests.share(commands.read(value), surface)
    await deleteOriginal(surface, responses)
  })

  onPress(CHANNEL, ({ surface, value }) => home.publish(surface, value === '' ? null : value))
}

function valueOf(action: BlockElementAction): string {
  switch (action.type) {
    case 'button':
      return action.value ?? ''
    case 'overflow':
    case 'static_select':
      return action.selected_option.value ?? ''
    case 'conversations_select':
      return action.selected_conversation
    default:
      return ''
  }
}

/** The channel that a button of the Home tab acts on, taken from its `block_id`; null for one's own. */
const channelMeant = ({ block_id }: BlockElementAction): string | null =>
  block_id.startsWith(IN_CHANNEL) ? (block_id.slice(IN_CHANNEL.length).split(' ')[0] ?? null) : null

const isSeenByOne = ({ container }: BlockAction): boolean => container['is_ephemeral'] === true

/**
 * Where an answer goes: a public one into the thread of the pressed message. A message that only one person
 * sees has no thread.
 */
function threadsOf(body: BlockAction): Pick<Surface, 'thread' | 'reading'> {
  const { message } = body
  const parent: unknown = message?.['thread_ts'] ?? body.container['thread_ts']
  const reading = typeof parent === 'string' ? parent : null
  return { reading, thread: isSeenByOne(body) || message === undefined ? null : (reading ?? message.ts) }
}
