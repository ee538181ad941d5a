const DAY_MS = 24 * 3_600_000

/** What a model may still be asked today. */
export interface Allowance {
  /** Sets tokens aside before a call; null when the day has no more. To be settled once, with what the call took. */
  reserve(tokens: number): { settle(used: number): void } | null
}

/** Tokens for each UTC day. Kept in memory: after a restart the day begins anew. */
export function createAllowance(tokensADay: number, now: () => number): Allowance {
  let day = -1
  let used = 0

  function today(): number {
    const current = Math.floor(now() / DAY_MS)
    if (current !== day) [day, used] = [current, 0]
    return day
  }

  return {
    reserve(tokens) {
      const reservedOn = today()
      if (used + tokens > tokensADay) return null
      used += tokens
      return {
        settle(spent) {
          if (today() === reservedOn) used += spent - tokens
        },
      }
    },
  }
}
