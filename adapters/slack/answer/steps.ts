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

/** Inputs that a workflow gives to a step. Empty fields are missing or null. */
const text = z.string().nullish()
const briefingInputs = z.object({ channel: z.string(), about: text, person: text })
const searchInputs = z.object({ words: z.string(), person: text })

/**
 * Handles the steps that people add to workflows: post a briefing, search. Each completes with its result, or
 * fails with the reason.
 */
export function listenToSteps(tools: RequestTools): void {
  const { app, commands, workspaces, askers, pace, draw, log } = tools

  /** Acts for the person the workflow names, or else for the app itself. */
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

  /** Runs a command. The field holds what a person would type after the word in chat. */
  const answerCommand = async (name: string, field: string, surface: Surface): Promise<Message> =>
    commands.answer(commands.read(`${name} ${field}`), await askers.of(surface))

  /** Runs a step. Slack shows the workflow's owner why it failed. */
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
      const message = await answerCommand('briefing', about?.trim() ?? '', surface)
      if (message.kind !== 'briefing') return executed.fail({ error: textOf(message) })
      const { main, thread } = draw(message)
      let first: string | null = null
      for (const part of [main, ...thread]) {
        const spot = { channel, thread: first, joins: true }
        const posted = await sayInChannel(part, spot, surface.workspace, pace)
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
      const message = await answerCommand('search', words, surface)
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

/** Removes mention markup, because a workflow may put the text where Slack would interpret it. */
const plainly = (words: string): string => harmless(words).replaceAll(/[<>]/gu, '').trim()
