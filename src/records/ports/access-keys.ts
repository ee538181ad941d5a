import type { AccessKey, AccessKind } from '../access-key.ts'

/**
 * Store of the keys by which people are recognised outside chat: issues, checks and revokes them. Times are
 * milliseconds since 1970.
 */
export interface AccessKeys {
  /** Stores a new key. A person keeps the newest `most` keys of each kind; older ones are deleted. */
  keepAccessKey(key: AccessKey, most: number): Promise<void>
  /**
   * Returns the key of this kind and hash if it is valid at `at`, and records the use (at most once a
   * minute). Null if there is none. A `link` is deleted by its first use.
   */
  useAccessKey(kind: AccessKind, hash: string, at: number): Promise<AccessKey | null>
  /** Keys of a person that are valid at `at`, newest first. */
  accessKeys(person: string, at: number): Promise<readonly AccessKey[]>
  /** Deletes a key. False if the person has no key with this id. */
  revokeAccessKey(person: string, id: string): Promise<boolean>
  /** Deletes the keys that expired before `before`; returns their number. */
  pruneAccessKeys(before: number): Promise<number>
}
