/** An entry's own name as a feed wrote it, or null for what is too long to be a name. */
export const guidOf = (written: string | null): string | null =>
  written !== null && written.length <= MAX_LENGTH ? written : null

/** As of addresses, which most of them are. */
const MAX_LENGTH = 4096
