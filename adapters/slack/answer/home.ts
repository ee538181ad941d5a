import { LRUCache } from 'lru-cache'
import { drawHome, type Subscriptions } from '../draw/home.ts'
import type { RequestTools } from './answer-request.ts'
import type { Surface } from './surface.ts'

export type Home = ReturnType<typeof createHome>

/** People whose Home tab is remembered as opened. */
const MOST_PEOPLE = 5_000

/** Publishes the Home tab: a person's own subscriptions, and those of a channel they chose. */
export function createHome(tools: RequestTools) {
  const { commands, askers, secret } = tools
  const chosen = new LRUCache<string, { readonly channel: string | null }>({ max: MOST_PEOPLE })

  /** Subscriptions that post in a channel, if the person can see it; otherwise `none`. */
  async function subscriptionsIn(
    channel: string,
    surface: Surface,
    none: Subscriptions,
  ): Promise<Subscriptions> {
    const asker = await askers.of({ ...surface, channel })
    const found = await asker.findChannel?.(`<#${channel}>`)
    if (found === null || found === undefined) return none
    const answer = await commands.answer(commands.read('subscriptions'), asker)
    if (answer.kind !== 'subscriptions') return none
    return { ...answer, subscriptions: answer.subscriptions.filter(({ to }) => to === 'here') }
  }

  async function publish(surface: Surface, channel: string | null): Promise<void> {
    chosen.set(idOf(surface), { channel })
    const asker = await askers.of({ ...surface, channel: null })
    const [ownSubscriptions, settings] = await Promise.all([
      commands.answer(commands.read('subscriptions'), asker),
      commands.answer(commands.read('settings'), asker),
    ])
    if (ownSubscriptions.kind !== 'subscriptions' || settings.kind !== 'settings')
      throw new Error(`The page cannot be made of a ${ownSubscriptions.kind} and a ${settings.kind}.`)
    const none = { ...ownSubscriptions, subscriptions: [] }
    const view = drawHome(
      {
        ownSubscriptions,
        settings,
        channel:
          channel === null
            ? null
            : { id: channel, subscriptions: await subscriptionsIn(channel, surface, none) },
      },
      { secret },
    )
    await surface.workspace.client.views.publish({ user_id: surface.user, view })
  }

  return {
    publish,
    /** Publishes the tab again for somebody who has opened it, because something may have changed. */
    async refresh(surface: Surface) {
      const seen = chosen.get(idOf(surface))
      if (seen !== undefined) await publish(surface, seen.channel)
    },
  }
}

const idOf = ({ workspace, user }: Surface): string => `${workspace.team}/${user}`
