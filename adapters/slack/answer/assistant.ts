import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { say } from '../../../src/words/say.ts'
import { toDeliveryError } from '../errors.ts'
import type { RequestTools } from './answer-request.ts'
import { arrivalOf, type Surface } from './surface.ts'

/** "Up to four" (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts). */
const MOST_PROMPTS = 4

/** How long to remember that a workspace lacks such a view: a day, because plans and installations change. */
const CLOSED_MS = 24 * 3_600_000
const MOST_WORKSPACES = 2_000

/** People whose last suggestions are remembered. */
const MOST_PEOPLE = 5_000

/**
 * Longest wait for the status line before answering, in milliseconds. The status must not arrive after the
 * answer, because the answer is what removes it.
 */
const STATUS_MS = 1_000

/**
 * What a person looks at while writing to the app, most relevant first
 * (https://docs.slack.dev/reference/events/app_context_changed).
 */
const context = z.object({
  entities: z.array(z.object({ type: z.string(), value: z.unknown() })).optional(),
})

/** Where suggestions are shown: in direct messages, or in a thread of Slack's older assistant view. */
interface AssistantThread {
  readonly channel: string
  readonly thread: string | null
}

export type Assistant = ReturnType<typeof createAssistant>

/**
 * Uses Slack's assistant views: suggested questions, and a status while an answer is prepared. In a workspace
 * without these views nothing is shown.
 */
export function createAssistant({ app, commands, askers, workspaces, log }: RequestTools) {
  const closed = new LRUCache<string, true>({ max: MOST_WORKSPACES, ttl: CLOSED_MS })
  const suggested = new LRUCache<string, string>({ max: MOST_PEOPLE })

  /** Calls a method that not every workspace has. Returns whether it succeeded. */
  async function call(
    { workspace: { team, client } }: Surface,
    method: 'setStatus' | 'setSuggestedPrompts',
    args: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    const id = `${team} ${method}`
    if (closed.has(id)) return false
    try {
      await client.apiCall(`assistant.threads.${method}`, args)
      return true
    } catch (error) {
      const { code } = toDeliveryError(error)
      if (code !== 'unavailable' && code !== 'rate-limited') closed.set(id, true)
      log.debug({ err: error, workspace: team, method }, 'Slack shows nothing of an assistant here')
      return false
    }
  }

  /**
   * Shows suggested questions. `viewed` is the channel the person looks at; a private channel they are not in
   * is ignored, so that they learn nothing about it.
   */
  async function suggest(
    surface: Surface,
    { channel, thread }: AssistantThread,
    viewed: string | null,
  ): Promise<void> {
    const ownAsker = await askers.of({ ...surface, channel: null, thread: null, reading: null })
    const isIn = viewed !== null && (await ownAsker.findChannel?.(`<#${viewed}>`)) != null
    const asker = isIn
      ? await askers.of({ ...surface, channel: viewed, thread: null, reading: null })
      : ownAsker
    const { questions } = await commands.suggestFirst(asker)
    const prompts = questions
      .slice(0, MOST_PROMPTS)
      .map(({ label, value }) => ({ title: label, message: value }))
    const title = say('ask.title', asker.language)
    const id = `${surface.workspace.team}/${surface.user} ${thread ?? ''}`
    const known = JSON.stringify(prompts)
    if (prompts.length === 0 || suggested.get(id) === known) return
    // An app with the agent view must not name a thread: the call would fail silently.
    const args = { channel_id: channel, ...(thread !== null && { thread_ts: thread }), title, prompts }
    if (await call(surface, 'setSuggestedPrompts', args)) suggested.set(id, known)
  }

  for (const type of ['assistant_thread_started', 'assistant_thread_context_changed'] as const)
    app.event(type, async ({ event, context: about }) => {
      const { user_id, channel_id: channel, thread_ts: thread, context: looking } = event.assistant_thread
      const surface = await arrivalOf({ user: { id: user_id } }, about, workspaces)
      await suggest(surface, { channel, thread }, looking.channel_id ?? null)
    })

  app.event('app_context_changed', async ({ event, context: about }) => {
    const surface = await arrivalOf({ user: { id: event.user } }, about, workspaces)
    await suggest(surface, { channel: event.channel, thread: null }, viewedIn(event.context))
  })

  return {
    /**
     * Shows suggestions when somebody opens the direct messages. `looking` is Slack's description of what
     * else they look at.
     */
    opened: (surface: Surface, channel: string, looking: unknown): Promise<void> =>
      suggest(surface, { channel, thread: null }, viewedIn(looking)),
    /**
     * Shows in the question's thread that an answer is coming. Returns a function that removes this status,
     * for when no message in the thread does.
     */
    async wait(surface: Surface): Promise<() => Promise<unknown>> {
      const { channel, thread, reading, workspace } = surface
      const place = thread ?? reading
      if (channel === null || place === null || closed.has(`${workspace.team} setStatus`))
        return () => Promise.resolve()
      const { language } = askers.known(surface)
      const show = (status: string) =>
        call(surface, 'setStatus', { channel_id: channel, thread_ts: place, status })
      await Promise.race([show(say('answer.looking', language)), wait(STATUS_MS, undefined, { ref: false })])
      return () => show('')
    },
  }
}

/** The id of the channel that somebody looks at; null if there is none. */
function viewedIn(looking: unknown): string | null {
  const { entities = [] } = context.safeParse(looking).data ?? {}
  const found = entities.find(({ type }) => type === 'slack#/types/channel_id')?.value
  return typeof found === 'string' ? found : null
}
