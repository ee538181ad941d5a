import type { Asker } from '../chat/command.ts'
import { fromRequest } from '../subscriptions/from-request.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './mistake.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { listOf, quoted } from './reading/list-of.ts'
import { mayChange, maySee, ownerOf } from './rights.ts'
import { foldTerm } from './vocabulary.ts'

export type FoundSubscription =
  | { readonly status: 'found'; readonly subscription: Subscription }
  | { readonly status: 'mistake'; readonly mistake: Mistake }

/** The subscriptions that somebody sees from here: those that speak here, those of `config/briefings.yaml` among them, and their own. */
export async function visibleSubscriptions(
  newsroom: Pick<NewsroomView, 'settings' | 'subscriptions'>,
  asker: Asker,
): Promise<readonly Subscription[]> {
  const files = newsroom.settings.briefings.filter(({ to }) => to === asker.channel).map(fromRequest)
  const here = await newsroom.subscriptions.subscriptions({ to: asker.channel })
  const own = await newsroom.subscriptions.subscriptions({ owner: ownerOf(asker) })
  return [...files, ...here, ...own.filter(({ to }) => to !== asker.channel)]
}

/**
 * The subscription that somebody means by its id or title, or by saying nothing where there is only one. Of one that they
 * may not see they learn nothing, not even that it exists.
 */
export async function findSubscription(
  typed: string | null,
  use: 'look' | 'change',
  newsroom: Pick<NewsroomView, 'settings' | 'subscriptions'>,
  asker: Asker,
): Promise<FoundSubscription> {
  const visible = await visibleSubscriptions(newsroom, asker)
  const titled = typed === null ? [] : titledSo(typed, visible)
  const found = typed === null ? onlyOne(visible, use, asker) : await named(typed, visible, newsroom, asker)
  if (found === null && titled.length > 1) return { status: 'mistake', mistake: unknown(null, titled) }
  if (found === null) return { status: 'mistake', mistake: unknown(typed, visible) }
  if (use === 'change' && !mayChange(found, asker)) return { status: 'mistake', mistake: notYours(found) }
  return { status: 'found', subscription: found }
}

function onlyOne(
  visible: readonly Subscription[],
  use: 'look' | 'change',
  asker: Asker,
): Subscription | null {
  const here = visible.filter(({ to }) => to === asker.channel)
  const usable = use === 'look' ? here : here.filter((subscription) => mayChange(subscription, asker))
  const [only, second] = usable.length === 0 ? here : usable
  return second === undefined ? (only ?? null) : null
}

async function named(
  typed: string,
  visible: readonly Subscription[],
  newsroom: Pick<NewsroomView, 'subscriptions'>,
  asker: Asker,
): Promise<Subscription | null> {
  const byId = visible.find(({ id }) => id === typed)
  if (byId !== undefined) return byId
  const [titled, second] = titledSo(typed, visible)
  if (titled !== undefined && second === undefined) return titled
  const [elsewhere] = asker.isAdmin ? await newsroom.subscriptions.subscriptions({ id: typed }) : []
  return elsewhere !== undefined && maySee(elsewhere, asker) ? elsewhere : null
}

function titledSo(typed: string, visible: readonly Subscription[]): readonly Subscription[] {
  const key = foldTerm(typed)
  return key === '' ? [] : visible.filter(({ title }) => foldTerm(title) === key)
}

function unknown(typed: string | null, visible: readonly Subscription[]): Mistake {
  return (language) => {
    const named = visible.slice(0, MOST_NAMED).map(({ id, title }) => `${id} (${title})`)
    const known = listOf(visible.length > MOST_NAMED ? [...named, '…'] : named, language)
    if (visible.length === 0)
      return typed === null
        ? say('subscription.none', language)
        : say('subscription.unknownNone', language, { typed: quoted(typed, language) })
    return typed === null
      ? say('subscription.which', language, { known })
      : say('subscription.unknown', language, { typed: quoted(typed, language), known })
  }
}

/** More ids in one sentence are not read. */
const MOST_NAMED = 8

function notYours({ id, owner }: Subscription): Mistake {
  return (language) =>
    owner === null
      ? say('subscription.fromFile', language, { id })
      : say('subscription.notYours', language, { id })
}
