import type { REST } from 'discord.js'

/**
 * Shows the token with each call. @discordjs/rest forgets it at any 401 (`setToken(null)` in handleErrors) and would
 * refuse every later call by itself: a single odd answer shall cost a single call.
 */
export function keepToken(rest: REST, token: string): void {
  const queue = rest.queueRequest.bind(rest)
  rest.queueRequest = (request) => {
    // The header is written before the first wait of a call.
    rest.setToken(token)
    return queue(request)
  }
}
