import type { AccessKey, AccessKind } from '../access-key.ts'

/** By what people are known outside of chat: for whoever gives keys, and for whoever is shown one. Times are milliseconds since 1970. */
export interface AccessKeys {
  /** Keeps a new one. Of each kind a person has the newest `most`: older ones count no more. */
  keepAccessKey(key: AccessKey, most: number): Promise<void>
  /** The key of this kind and hash where it counts then, and that it was used; null where there is none. A link counts once. */
  useAccessKey(kind: AccessKind, hash: string, at: number): Promise<AccessKey | null>
  /** Those of a person that count then, newest first. */
  accessKeys(person: string, at: number): Promise<readonly AccessKey[]>
  /** False where the person has none of this id. */
  revokeAccessKey(person: string, id: string): Promise<boolean>
  /** Forgets keys that ended before then; gives how many. */
  pruneAccessKeys(before: number): Promise<number>
}
