import type { Platform } from './platform.ts'

/**
 * `link`: signs in once. `session`: a browser that signed in. `feed`: an address at which a feed reader finds a subscription. `program`: a token of somebody's own
 * program. All but a link count until they are revoked or end.
 */
export type AccessKind = 'link' | 'session' | 'feed' | 'program'

/** By what somebody of a chat platform is known outside of it. Only they have the key itself; we have its hash. Times are milliseconds since 1970. */
export interface AccessKey {
  /** By which its owner sees and revokes it; it opens nothing. */
  readonly id: string
  readonly kind: AccessKind
  /** SHA-256 of the key. */
  readonly hash: string
  /** As `Subscription.owner` writes one. */
  readonly person: string
  readonly visitor: Visitor
  /** Of a feed: the subscription that it is of. */
  readonly subscription?: string
  readonly createdAt: number
  /** Null: it counts until it is revoked. */
  readonly expiresAt: number | null
  readonly usedAt: number | null
}

/** A channel that somebody manages: what speaks there is theirs to see and change. */
export interface ManagedChannel {
  /** As `Subscription.to` writes it. */
  readonly destination: string
  /** As people write it: `#desk`. */
  readonly name: string
}

/** Who asks and what they manage there, as their platform tells it; an access key carries what it told then. */
export interface Visitor {
  readonly platform: Platform
  /** Slack team or Discord guild; what there is one of on a terminal is `local`. */
  readonly workspace: string
  /** The platform's id of the person. */
  readonly user: string
  /** What the platform shows of the person; it is their own choice, so it is text of others. Absent where nothing is known. */
  readonly name?: string
  /** Destination the question came from, as `Subscription.to` writes it: what "new here" is measured against. */
  readonly channel: string
  /** Destination of direct messages to this person, `platform:@workspace/user`; the same as `channel` where they write to us directly. */
  readonly direct: string
  readonly isDirect: boolean
  /** May change what all read: the sources, and the subscriptions of everybody in this workspace. */
  readonly isAdmin: boolean
  /** May change the settings and the subscriptions of this channel. */
  readonly managesChannel: boolean
  /** Who may make this channel follow something and hear no more of a story, as whoever runs the bot has it; absent: who manages the channel. */
  readonly subscribers?: 'everyone' | 'managers'
  /** Runs the bot, where it serves several workspaces that read the same sources; absent where it serves one, whose admins may change them. */
  readonly isHost?: boolean
  /** Is of another organisation, which shares this channel. */
  readonly isOutsider?: boolean
  /** The channels that they manage, that in which they ask among them where it is one; where more than the channel of a question counts: on pages. */
  readonly manages?: readonly ManagedChannel[]
  /** IANA zone to show times in. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** ISO 639-1, the one liked best first; without it that of `language` and English. */
  readonly reads?: readonly string[] | undefined
}
