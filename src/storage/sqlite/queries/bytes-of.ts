import { sql } from 'kysely'

/** Bytes of a row of `article` beside its versions. */
export const articleBytes = sql<number>`
  coalesce(octet_length(url), 0) + coalesce(octet_length(guid), 0) + coalesce(octet_length(image), 0) + octet_length(tags)`

/** Bytes of a row of `article_version`. */
export const versionBytes = sql<number>`octet_length(title) + octet_length(text)`
