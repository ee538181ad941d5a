/** What one token serves: a whole platform (`discord`), or a workspace where each has its own (`slack:T012AB3CD`). */
export function accountOf(destination: string, workspace: string | null): string {
  const [platform = ''] = destination.split(':')
  return workspace === null ? platform : `${platform}:${workspace}`
}

/** Whether a destination, or a person as `owner` writes one, is reached with the token of this account. */
export function isOfAccount(account: string, destination: string): boolean {
  const place = destination.replace(':@', ':')
  return place === account || place.startsWith(`${account}:`) || place.startsWith(`${account}/`)
}

/** The workspace of an account; null where it is the whole platform. */
export function workspaceOf(account: string): string | null {
  const [, workspace = null] = account.split(':')
  return workspace
}
