import type { CommandInput } from '../chat/command-input.ts'
import type { Asker } from '../chat/command.ts'
import type { Subscriptions } from '../records/ports/subscriptions.ts'
import { NO_PREFERENCES, type Preferences } from '../records/preferences.ts'
import type { RuleMaker } from '../records/reader-rule.ts'
import type { Subscription } from '../records/subscription.ts'
import { harmless } from '../words/harmless.ts'
import { say } from '../words/say.ts'
import { isZone } from '../words/times.ts'
import { type Mistake, quoted } from './notice.ts'

/** Returns a person in the form of `Subscription.owner`. */
export function ownerOf(asker: Pick<Asker, 'platform' | 'workspace' | 'user'>): string {
  return `${asker.platform}:${asker.workspace}/${asker.user}`
}

/**
 * Returns whether somebody decides what applies to a whole workspace: its admins, managers of the channel,
 * and the only person of a workspace.
 */
export const mayDecide = ({ isAdmin, managesChannel, isDirect, workspace, user }: Asker): boolean =>
  isAdmin || (managesChannel && !isDirect) || workspace === user

/** Returns the asker's workspace in the form that rules of readers use. */
export const workspaceOf = ({ platform, workspace }: Asker): string => `${platform}:${workspace}`

/**
 * Returns the asker as the maker of a rule. The name is put on one line; the id stands in where no name is
 * known.
 */
export const makerOf = (asker: Asker): RuleMaker => ({
  person: ownerOf(asker),
  name:
    harmless(asker.name ?? '')
      .replaceAll(/\s+/gu, ' ')
      .trim() || asker.user,
})

/**
 * Returns whether somebody may know of a subscription: it is theirs, posts in this channel or in one that
 * they manage, or they are an admin of its workspace.
 */
export function maySee(subscription: Subscription, asker: Asker): boolean {
  return (
    subscription.to === asker.channel ||
    subscription.owner === ownerOf(asker) ||
    managesElsewhere(subscription.to, asker) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

const managesElsewhere = (destination: string, { manages = [] }: Asker): boolean =>
  manages.some((channel) => channel.destination === destination)

/**
 * Returns whether somebody may change a subscription: it is theirs, posts in a channel that they manage, or
 * they are an admin of its workspace.
 */
export function mayChange(subscription: Subscription, asker: Asker): boolean {
  if (subscription.owner === null) return false
  return (
    subscription.owner === ownerOf(asker) ||
    (asker.managesChannel && subscription.to === asker.channel) ||
    managesElsewhere(subscription.to, asker) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

/**
 * Returns whether somebody may make the channel follow something, and mute stories in it. People of other
 * organisations who share the channel may not.
 */
export const maySubscribe = (asker: Asker): boolean =>
  (asker.subscribers === 'everyone' && asker.isOutsider !== true) || mayManage(asker)

export const mayManage = ({ managesChannel, isAdmin, isDirect }: Asker): boolean =>
  managesChannel || isAdmin || isDirect

/** Returns whether somebody of the asker's workspace made a subscription. */
export function isOfWorkspace(subscription: Subscription, asker: Asker): boolean {
  return subscription.owner?.startsWith(`${asker.platform}:${asker.workspace}/`) ?? false
}

/**
 * Returns whether somebody may resume a subscription. A briefing of the configuration is changed in its file
 * alone, but an admin may resume its channel, which may have been given up.
 */
export function mayResume(subscription: Subscription, asker: Asker): boolean {
  return (
    mayChange(subscription, asker) ||
    (subscription.owner === null && asker.isAdmin && subscription.to === asker.channel)
  )
}

/**
 * Returns the preferences that apply at a destination: in direct messages those of the person, otherwise
 * those of the channel.
 */
export async function preferencesAt(
  destination: string,
  asker: Asker,
  shelf: Pick<Subscriptions, 'preferences'>,
): Promise<Preferences> {
  const of = asker.isDirect || destination === asker.direct ? ownerOf(asker) : destination
  return (await shelf.preferences(of)) ?? NO_PREFERENCES
}

/**
 * Returns the asker with the zone and languages that apply: those set for the channel, else for the person,
 * else those that the platform tells.
 */
export async function withPreferences(
  asker: Asker,
  shelf: Pick<Subscriptions, 'preferences'>,
): Promise<Asker> {
  const here = await preferencesAt(asker.channel, asker, shelf)
  const own = (await shelf.preferences(ownerOf(asker))) ?? NO_PREFERENCES
  // An unknown zone must not make every question fail.
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

/** Returns the asker without the channel's settings if the question is about another place. */
export function askerFor(destination: string, asker: Asker): Asker {
  return destination === asker.channel ? asker : { ...asker, ...asker.person }
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

/** The destination that somebody named with `to`, or why they may not use it. */
export type PlaceNamed =
  | {
      readonly status: 'found'
      readonly destination: string
      /** Name of another channel, as people write it; null for here and for direct messages. */
      readonly channel: string | null
    }
  | { readonly status: 'mistake'; readonly mistake: Mistake }

/**
 * Resolves `to`: here, the asker's direct channel, or another channel, for which the asker has to be its
 * manager or an admin.
 */
export async function placeNamed(to: NonNullable<CommandInput['to']>, asker: Asker): Promise<PlaceNamed> {
  if (to === 'here')
    return asker.isOutsideChat === true
      ? unknownPlace(to)
      : { status: 'found', destination: asker.channel, channel: null }
  if (to === 'me') return { status: 'found', destination: asker.direct, channel: null }
  const named = (await asker.findChannel?.(to.channel)) ?? null
  if (named === null) return unknownPlace(to.channel)
  const { destination, name, manages } = named
  return manages || asker.isAdmin || destination === asker.channel
    ? { status: 'found', destination, channel: name }
    : { status: 'mistake', mistake: (language) => say('to.notYours', language, { channel: name }) }
}

const unknownPlace = (channel: string): PlaceNamed => ({
  status: 'mistake',
  mistake: (language) => say('to.unknown', language, { channel: quoted(channel, language) }),
})
