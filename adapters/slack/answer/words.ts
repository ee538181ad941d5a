import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { withoutMention } from '../../../src/chat/mention.ts'
import { readWritten } from '../text/unescape.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import type { Assistant } from './assistant.ts'
import { arrivalOf, type Surface } from './surface.ts'

type MessageEvent = SlackEventMiddlewareArgs<'message'>['event']

/** A message that somebody wrote to us themselves, with what it was written in. */
type Written = Extract<MessageEvent, { readonly subtype: undefined | 'file_share' }>

/** What people write to the app: where they mention it, and in their direct messages with it. */
export function listenToWords(tools: RequestTools, requests: Requests, assistant: Assistant): void {
  const { app, commands, workspaces, isNew } = tools

  async function answer(
    text: string,
    surface: Surface,
    { ts, isAskedAloud }: { readonly ts: string; readonly isAskedAloud: boolean },
  ) {
    await requests.guard(surface, async () => {
      // One message may be told of as two events.
      if (!(await isNew(`message ${surface.channel} ${ts}`))) return
      const stopWaiting = await assistant.wait(surface)
      const visible = await requests.answer(commands.read(text), surface, { asked: text, isAskedAloud })
      // What is posted in the thread takes the line away by itself.
      if (isAskedAloud && visible === 'asker') await stopWaiting()
    })
  }

  app.event('app_mention', async ({ event, context }) => {
    const { user, bot_id, edited, channel, ts, thread_ts: reading = null, text } = event
    if (user === undefined || bot_id !== undefined || edited !== undefined) return
    const who = { id: user, ...teamIn(event.user_team ?? event.team) }
    const surface = await arrivalOf({ user: who, channel: { id: channel } }, context, workspaces, {
      thread: reading ?? ts,
      reading,
    })
    const said = readWritten(withoutMention(text, context.botUserId ?? ''))
    await answer(said, surface, { ts, isAskedAloud: true })
  })

  app.event(
    'message',
    async ({ event, context }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs) => {
      if (!isToUs(event)) return
      const { user, channel, ts, thread_ts: thread = null, text = '' } = event
      const who = { id: user, ...teamIn('team' in event ? event.team : undefined) }
      // Where Slack shows the app as an agent, each question begins a thread, and is answered in it.
      const reading = thread ?? ('app_context' in event && event.app_context !== undefined ? ts : null)
      const surface = await arrivalOf({ user: who, channel: { id: channel } }, context, workspaces, {
        reading,
      })
      await answer(readWritten(withoutMention(text, context.botUserId ?? '')), surface, {
        ts,
        isAskedAloud: false,
      })
    },
  )
}

const teamIn = (team: string | undefined) => team !== undefined && { team_id: team }

/** What a person wrote in their direct messages with us: no edit, no notice of Slack's, nothing that a bot wrote. */
function isToUs(event: MessageEvent): event is Written {
  return (
    (event.subtype === undefined || event.subtype === 'file_share') &&
    event.channel_type === 'im' &&
    (!('bot_id' in event) || event.bot_id === undefined) &&
    (!('edited' in event) || event.edited === undefined) &&
    typeof event.user === 'string'
  )
}
