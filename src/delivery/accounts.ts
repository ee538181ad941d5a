/**
 * Returns what one token serves: a whole platform (`discord`), or one workspace where each has its own token
 * (`slack:T012AB3CD`).
 */
export function accountOf(destination: string, workspace: string | null): string {
  const [platform = ''] = destination.split(':')
  return workspace === null ? platform : `${platform}:${workspace}`
}

/**
 * Returns whether a destination, or a person written as in `owner`, is reached with the token of this
 * account.
 */
export function isOfAccount(account: string, destination: string): boolean {
  const place = destination.replace(':@', ':')
  return place === account || place.startsWith(`${account}:`) || place.startsWith(`${account}/`)
}

/** Returns the workspace of an account; null where the account is the whole platform. */
export function workspaceOf(account: string): string | null {
  const [, workspace = null] = account.split(':')
  return workspace
}
