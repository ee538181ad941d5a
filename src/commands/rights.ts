import type { Asker } from '../chat/command.ts'
import type { Subscription } from '../records/subscription.ts'

/** A person as `Subscription.owner` writes one. */
export function ownerOf(asker: Pick<Asker, 'platform' | 'workspace' | 'user'>): string {
  return `${asker.platform}:${asker.workspace}/${asker.user}`
}

/** Whether somebody may know of a subscription: it is theirs, speaks where they are, or they are an admin of its workspace. */
export function maySee(subscription: Subscription, asker: Asker): boolean {
  return (
    subscription.to === asker.channel ||
    subscription.owner === ownerOf(asker) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

/** Whether somebody may change a subscription: it is theirs, speaks in a channel that they manage, or they are an admin of its workspace. */
export function mayChange(subscription: Subscription, asker: Asker): boolean {
  if (subscription.owner === null) return false
  return (
    subscription.owner === ownerOf(asker) ||
    (asker.managesChannel && subscription.to === asker.channel) ||
    (asker.isAdmin && isOfWorkspace(subscription, asker))
  )
}

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
