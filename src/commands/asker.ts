import type { CommandInput } from '../chat/command-input.ts'
import type { Asker } from '../chat/command.ts'
import type { Subscriptions } from '../records/ports/subscriptions.ts'
import { NO_PREFERENCES, type Preferences } from '../records/preferences.ts'
import type { RuleMaker } from '../records/reader-rule.ts'
import type { Subscription } from '../records/subscription.ts'
import { harmless } from '../words/harmless.ts'
import { say } from '../words/say.ts'
import { type Mistake, quoted } from './notice.ts'

/** A person as `Subscription.owner` writes one. */
export function ownerOf(asker: Pick<Asker, 'platform' | 'workspace' | 'user'>): string {
  return `${asker.platform}:${asker.workspace}/${asker.user}`
}

/** Whether somebody decides for all of a workspace what counts there: its admins, who manages the channel, and who is its only one. */
export const mayDecide = ({ isAdmin, managesChannel, isDirect, workspace, user }: Asker): boolean =>
  isAdmin || (managesChannel && !isDirect) || workspace === user

/** The workspace of somebody as rules of readers name it. */
export const workspaceOf = ({ platform, workspace }: Asker): string => `${platform}:${workspace}`

/** Whoever asks, with what is shown of them: in one line, and by their id where no name is known. */
export const makerOf = (asker: Asker): RuleMaker => ({
  person: ownerOf(asker),
  name:
    harmless(asker.name ?? '')
      .replaceAll(/\s+/gu, ' ')
      .trim() || asker.user,
})

/** Whether somebody may know of a subscription: it is theirs, speaks where they are or in a channel that they manage, or they are an admin of its workspace. */
export function maySee(subscription: Subscription, asker: Asker): boolean {
  return (
    subscription.to === asker.channel ||
    subscription.owner === ownerOf(asker) ||
    managesElsewhere(subscription.to, asker) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

/** Whether a destination is one of the other channels that somebody manages. */
const managesElsewhere = (destination: string, { manages = [] }: Asker): boolean =>
  manages.some((channel) => channel.destination === destination)

/** Whether somebody may change a subscription: it is theirs, speaks in a channel that they manage, or they are an admin of its workspace. */
export function mayChange(subscription: Subscription, asker: Asker): boolean {
  if (subscription.owner === null) return false
  return (
    subscription.owner === ownerOf(asker) ||
    (asker.managesChannel && subscription.to === asker.channel) ||
    managesElsewhere(subscription.to, asker) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

/** Whether somebody may make the channel follow something and hear no more of a story. People of other organisations, who share the channel, decide nothing. */
export const maySubscribe = (asker: Asker): boolean =>
  (asker.subscribers === 'everyone' && asker.isOutsider !== true) || mayManage(asker)

export const mayManage = ({ managesChannel, isAdmin, isDirect }: Asker): boolean =>
  managesChannel || isAdmin || isDirect

/** Whether somebody of the asker's workspace made a subscription. */
export function isOfWorkspace(subscription: Subscription, asker: Asker): boolean {
  return subscription.owner?.startsWith(`${asker.platform}:${asker.workspace}/`) ?? false
}

/** Whether somebody may let a subscription speak again. What the file says is changed there, but its channel may have been given up. */
export function mayResume(subscription: Subscription, asker: Asker): boolean {
  return (
    mayChange(subscription, asker) ||
    (subscription.owner === null && asker.isAdmin && subscription.to === asker.channel)
  )
}

/** Preferences that count for what speaks at a destination: those of the person in direct messages, else those of the channel. */
export async function preferencesAt(
  destination: string,
  asker: Asker,
  shelf: Pick<Subscriptions, 'preferences'>,
): Promise<Preferences> {
  const of = asker.isDirect || destination === asker.direct ? ownerOf(asker) : destination
  return (await shelf.preferences(of)) ?? NO_PREFERENCES
}

/** The asker with the zone and languages that were set: for the channel, else for the person, else as the platform tells. */
export async function withPreferences(
  asker: Asker,
  shelf: Pick<Subscriptions, 'preferences'>,
): Promise<Asker> {
  const here = await preferencesAt(asker.channel, asker, shelf)
  const own = (await shelf.preferences(ownerOf(asker))) ?? NO_PREFERENCES
  const told = isZone(asker.zone) ? asker.zone : 'UTC'
  const person = {
    zone: own.zone ?? (asker.isZoneGuessed === true ? here.zone : null) ?? told,
    language: own.language ?? (isLanguage(asker.language) ? asker.language : 'en'),
    reads: own.reads,
  }
  return {
    ...asker,
    zone: here.zone ?? person.zone,
    language: here.language ?? person.language,
    reads: here.reads ?? person.reads,
    person,
  }
}

/** The asker as they are without what was set for the channel, where what they ask is about another place. */
export function askerFor(destination: string, asker: Asker): Asker {
  return destination === asker.channel ? asker : { ...asker, ...asker.person }
}

/** What platforms tell of people comes from the people: an unknown zone must not fail every question. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

/** A destination that somebody named with `to`, or why they may not. */
export type PlaceNamed =
  | {
      readonly status: 'found'
      readonly destination: string
      /** Of another channel, as people write it. */
      readonly channel: string | null
    }
  | { readonly status: 'mistake'; readonly mistake: Mistake }

/** Where `to` points: here, to the asker in person, or to another channel, which takes somebody who manages it or an admin. */
export async function placeNamed(to: NonNullable<CommandInput['to']>, asker: Asker): Promise<PlaceNamed> {
  if (to === 'here') return { status: 'found', destination: asker.channel, channel: null }
  if (to === 'me') return { status: 'found', destination: asker.direct, channel: null }
  const named = (await asker.findChannel?.(to.channel)) ?? null
  if (named === null)
    return {
      status: 'mistake',
      mistake: (language) => say('to.unknown', language, { channel: quoted(to.channel, language) }),
    }
  const { destination, name, manages } = named
  return manages || asker.isAdmin || destination === asker.channel
    ? { status: 'found', destination, channel: name }
    : { status: 'mistake', mistake: (language) => say('to.notYours', language, { channel: name }) }
}
