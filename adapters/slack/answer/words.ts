import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { withoutMention } from '../../../src/chat/mention.ts'
import { readWritten } from '../text/unescape.ts'
import type { RequestTools, Requests } from './answer-request.ts'
import type { Assistant } from './assistant.ts'
import { arrivalOf, type Surface } from './surface.ts'

type MessageEvent = SlackEventMiddlewareArgs<'message'>['event']

/** A message that a person wrote to the app. */
type Written = Extract<MessageEvent, { readonly subtype: undefined | 'file_share' }>

/** Answers what people write to the app: mentions, and direct messages. */
export function listenToWords(tools: RequestTools, requests: Requests, assistant: Assistant): void {
  const { app, commands, workspaces, isNew } = tools

  async function answer(
    text: string,
    surface: Surface,
    { ts, isAskedAloud }: { readonly ts: string; readonly isAskedAloud: boolean },
  ) {
    await requests.guard(surface, async () => {
      // One message may arrive as two events.
      if (!(await isNew(`message ${surface.channel} ${ts}`))) return
      const stopWaiting = await assistant.wait(surface)
      const visible = await requests.answer(commands.read(text), surface, { question: text, isAskedAloud })
      // A message in the thread removes the status by itself.
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
      // In Slack's agent view each question starts a thread and is answered there.
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

/** Whether a person wrote this direct message: not an edit, a notice by Slack, or a bot's message. */
function isToUs(event: MessageEvent): event is Written {
  return (
    (event.subtype === undefined || event.subtype === 'file_share') &&
    event.channel_type === 'im' &&
    (!('bot_id' in event) || event.bot_id === undefined) &&
    (!('edited' in event) || event.edited === undefined) &&
    typeof event.user === 'string'
  )
}
