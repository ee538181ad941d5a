import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { toDeliveryError } from '../errors.ts'
import { sayInChannel } from '../post/say-in-channel.ts'
import { POST_BRIEFING, SEARCH } from '../setup/steps.ts'
import type { RequestTools } from './answer-request.ts'
import { arrivalOf, type Surface } from './surface.ts'

type Executed = SlackEventMiddlewareArgs<'function_executed'> & AllMiddlewareArgs

/** What a workflow gives a step; empty fields are left out or null. */
const text = z.string().nullish()
const briefingInputs = z.object({ channel: z.string(), about: text, person: text })
const searchInputs = z.object({ words: z.string(), person: text })

/** Steps that people put into their workflows: a briefing is posted, something is looked for. Each ends with what came of it, or with why nothing did. */
export function listenToSteps(tools: RequestTools): void {
  const { app, commands, workspaces, askers, pace, draw, log } = tools

  /** Who a step asks for: the person whom the workflow names, else the app itself. */
  const surfaceOf = (
    context: Executed['context'],
    person: string | null | undefined,
    channel: string | null,
  ) =>
    arrivalOf(
      {
        user: { id: person ?? context.botUserId ?? '' },
        ...(channel !== null && { channel: { id: channel } }),
      },
      context,
      workspaces,
    )

  /** A field holds what stands behind the word in chat. */
  const ask = async (name: string, field: string, surface: Surface): Promise<Message> =>
    commands.answer(commands.read(`${name} ${field}`), await askers.of(surface))

  /** Slack shows a person why a step of theirs failed. */
  async function run({ fail }: Executed, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.warn({ err: error }, 'a step of a workflow failed')
      await fail({
        error:
          error instanceof z.ZodError ? say('answer.failed', tools.language) : toDeliveryError(error).message,
      })
    }
  }

  app.function(POST_BRIEFING, async (executed: Executed) =>
    run(executed, async () => {
      const { channel, about, person } = briefingInputs.parse(executed.event.inputs)
      const surface = await surfaceOf(executed.context, person, channel)
      const message = await ask('briefing', about?.trim() ?? '', surface)
      if (message.kind !== 'briefing') return executed.fail({ error: textOf(message) })
      const { main, thread } = draw(message)
      let first: string | null = null
      for (const part of [main, ...thread]) {
        const spot = { channel, thread: first, joins: true }
        const posted = await sayInChannel(part, spot, surface.workspace, { pace, handOver: atOnce })
        first ??= posted.message
      }
      const stories = message.briefing.sections.reduce((sum, section) => sum + section.stories.length, 0)
      return executed.complete({ outputs: { stories } })
    }),
  )

  app.function(SEARCH, async (executed: Executed) =>
    run(executed, async () => {
      const { words, person } = searchInputs.parse(executed.event.inputs)
      const surface = await surfaceOf(executed.context, person, null)
      const message = await ask('search', words, surface)
      if (message.kind !== 'search') return executed.fail({ error: textOf(message) })
      const { hits } = message.results
      const lines = hits.map(
        ({ title, sourceName, url }) => `${plainly(title)} (${plainly(sourceName)}) ${url}`,
      )
      return executed.complete({ outputs: { found: hits.length, text: lines.join('\n') } })
    }),
  )
}

const textOf = (message: Message): string => (message.kind === 'notice' ? message.text : message.kind)

/** A workflow may put it where Slack would take it for a mention. */
const plainly = (words: string): string => harmless(words).replaceAll(/[<>]/gu, '').trim()

/** Nothing is kept of it. */
const atOnce = (): Promise<void> => Promise.resolve()
