/**
 * Node itself has about 20 open, each of our threads 5 to 8, the store 10, 16 reads go on at the same time, and a chat
 * takes some. Of what runs out halfway each library says something else, or nothing at all.
 */
const NEEDED = 128

/**
 * @throws Error that says how to get more, where a process may have only `limit` files open at a time; null is any
 * number
 */
export function refuseFewFiles(limit: number | null): void {
  if (limit === null || limit >= NEEDED) return
  throw new Error(
    `this process may have ${limit} files open at a time, and needs ${NEEDED} at least: raise the limit with ` +
      '“ulimit -n 1024” and start it again (LimitNOFILE= in a unit of systemd, --ulimit nofile=1024 of a ' +
      'container)',
  )
}
