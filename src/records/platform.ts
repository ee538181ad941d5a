/** Name of a platform, as its destinations begin: `slack`. Lower-case letters and digits. */
export type Platform = string

/** A posted message, so that it can be edited later. Opaque outside its adapter. */
export interface Receipt {
  readonly platform: Platform
  readonly channel: string
  readonly messageIds: readonly string[]
}

/** A whole workspace, or one channel of it, with the ids of the platform. */
export interface Place {
  readonly platform: Platform
  readonly workspace: string
  readonly channel?: string
}
