import { html } from 'hono/html'
import type { Asker } from '../chat/command.ts'
import { mayManage, maySubscribe } from '../commands/asker.ts'
import type { ManagedChannel } from '../records/access-key.ts'
import { say } from '../words/say.ts'
import type { Html } from './html.ts'
import type { View } from './view.ts'

/** The channel of questions asked on pages, which no platform has. */
const PAGES_CHANNEL = 'pages'

/**
 * The asker outside any chat channel. The first briefing of a new subscription is then posted at its
 * destination, instead of shown on the page.
 */
export const outsideChat = (asker: Asker): Asker => ({
  ...withChannels(asker),
  channel: PAGES_CHANNEL,
  isOutsideChat: true,
  isDirect: false,
})

/** The asker, who may name the channel in which they asked for the link, and channels they manage. */
export function withChannels(asker: Asker): Asker {
  const { channel, isDirect, manages = [] } = asker
  const here = { destination: channel, name: nameOfChannel(asker), manages: maySubscribe(asker) }
  const named = new Map([
    ...(isDirect ? [] : [[channel, here] as const]),
    ...manages.map((one) => [one.destination, { ...one, manages: true }] as const),
  ])
  return { ...asker, findChannel: (typed) => Promise.resolve(named.get(typed) ?? null) }
}

/** Name of the channel in which the link was asked for; its id if the asker does not manage it. */
const nameOfChannel = ({ channel, manages = [] }: Asker): string =>
  manages.find(({ destination }) => destination === channel)?.name ?? channel

/**
 * Places the asker can act in: direct messages, the channel in which they asked for the link, and channels
 * they manage.
 */
export function placesOf(asker: Asker, { language }: View): readonly ManagedChannel[] {
  const { channel, direct, manages = [] } = asker
  return [
    { destination: direct, name: say('form.me', language) },
    ...(channel === direct ? [] : [{ destination: channel, name: nameOfChannel(asker) }]),
    ...manages.filter(({ destination }) => destination !== channel),
  ]
}

/** The asker as if they spoke in another of their places; null if the place is not theirs. */
export function asIfAt(place: string, asker: Asker): Asker | null {
  const { channel, direct, manages = [] } = asker
  if (place === channel) return withChannels(asker)
  if (place === direct) return { ...withChannels(asker), channel: direct, isDirect: true }
  const isManaged = manages.some(({ destination }) => destination === place)
  return isManaged ? { ...withChannels(asker), channel: place, isDirect: false, managesChannel: true } : null
}

/**
 * A field for the destination of a new subscription: the owner, the channel in which they asked for the link,
 * or one they manage.
 */
export const drawDestinationField = (asker: Asker, view: View): Html =>
  drawPlaceField(asker, say('form.me', view.language), maySubscribe(asker), view)

/** A field for whose settings to change: one's own, or those of a channel. */
export const drawSettingsTargetField = (asker: Asker, view: View): Html =>
  drawPlaceField(asker, say('settings.person', view.language), mayManage(asker), view)

/**
 * A selection of direct messages, the channel in which the link was asked for (if `isOpen`), and managed
 * channels.
 */
function drawPlaceField(asker: Asker, me: string, isOpen: boolean, view: View): Html {
  const channels = placesOf(asker, view).filter(
    ({ destination }) => destination !== asker.direct && (isOpen || destination !== asker.channel),
  )
  return html`<p>
    <label
      >${say('form.to', view.language)}
      <select name="to">
        <option value="me">${me}</option>
        ${channels.map(({ destination, name }) => html`<option value="${destination}">${name}</option>`)}
      </select></label
    >
  </p>`
}
