import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What has to be done last before the request of a part goes to the socket (`PartCall`). Platforms' libraries queue and wait between the call of a method and its
 * request, so it travels with the call and is taken up where the request is made.
 */
export const handingOver = new AsyncLocalStorage<() => Promise<void>>()
