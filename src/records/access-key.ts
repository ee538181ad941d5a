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

/** Who asked for a key and what they managed there, as their platform told it then. */
export interface Visitor {
  readonly platform: Platform
  readonly workspace: string
  readonly user: string
  readonly name?: string
  /** Where they asked: a destination. */
  readonly channel: string
  readonly direct: string
  readonly isDirect: boolean
  readonly isAdmin: boolean
  readonly managesChannel: boolean
  readonly subscribers?: 'everyone' | 'managers'
  readonly isHost?: boolean
  readonly isOutsider?: boolean
  /** The channels that they managed, that in which they asked among them where it is one. */
  readonly manages?: readonly ManagedChannel[]
  /** IANA. */
  readonly zone: string
  /** BCP 47. */
  readonly language: string
  /** ISO 639-1, the one liked best first. */
  readonly reads?: readonly string[] | undefined
}
