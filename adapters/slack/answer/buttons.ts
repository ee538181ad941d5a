import type { BlockAction, BlockElementAction } from '@slack/bolt'
import type { Request } from '../../../src/chat/commands.ts'
import { decodeButton } from '../../../src/chat/action.ts'
import { CHANNEL, COMMAND, EDIT, IN_CHANNEL, SETTINGS, SHARE, SUBSCRIBE } from '../draw/actions.ts'
import type { Forms } from './forms.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import { tellAsker } from './give-answer.ts'
import type { Home } from './home.ts'
import { deleteOriginal } from './respond.ts'
import { openSettings } from './settings-form.ts'
import { arrivalOf, type Surface } from './surface.ts'

/** What was pressed, and where. */
interface Press {
  readonly surface: Surface
  /** What the button or the menu carries. */
  readonly value: string
  /** Three seconds old at most when a form is opened with it; told apart by it when it comes twice. */
  readonly trigger: string
  readonly isHome: boolean
  /** The message that was pressed is seen by one person alone. */
  readonly isPrivate: boolean
}

/** Buttons and menus: each is a command already filled in, the form of a subscription, or a private answer to be shared. */
export function listenToButtons(tools: RequestTools, requests: Requests, forms: Forms, home: Home): void {
  const { app, commands, workspaces, isNew, secret, responses } = tools

  /** Help that is looked through changes in its place. */
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
    if (button.status === 'refused') return requests.tell('answer.oldButton', surface)
    const request = commands.read(button.text)
    if (await unfolded(request, surface)) return
    if (!isHome) {
      await requests.answer(request, surface, { asked: button.text, isFromPrivate: isPrivate })
      return
    }
    const message = await commands.answer(request, await tools.askers.of(surface))
    // What a subscription became is seen on the page itself; anything else is told in the direct messages.
    if (message.kind !== 'subscription') await tellAsker(message, { ...surface, channel: null }, tools)
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
      ? requests.tell('answer.oldButton', surface)
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

/** A button of the page may be meant for a channel. */
const channelMeant = ({ block_id }: BlockElementAction): string | null =>
  block_id.startsWith(IN_CHANNEL) ? (block_id.slice(IN_CHANNEL.length).split(' ')[0] ?? null) : null

const isSeenByOne = ({ container }: BlockAction): boolean => container['is_ephemeral'] === true

/** What all may see goes below the message that was pressed; one that only the asker sees has no thread. */
function threadsOf(body: BlockAction): Pick<Surface, 'thread' | 'reading'> {
  const { message } = body
  const parent: unknown = message?.['thread_ts'] ?? body.container['thread_ts']
  const reading = typeof parent === 'string' ? parent : null
  return { reading, thread: isSeenByOne(body) || message === undefined ? null : (reading ?? message.ts) }
}
