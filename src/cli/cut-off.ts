/** Why a read of a source failed, as far as it matters here. */
type Failure = string | null

/** No source of several could be reached: the fault lies nearer than with all of the outlets. `failures` has one for each source, null where it answered. */
export function isCutOff(failures: readonly Failure[]): boolean {
  return failures.length > 1 && failures.every((failure) => failure === 'unreachable')
}

export function sayCutOff(sources: number): string {
  const needs = 'Names are asked of DNS, pages at ports 443 and 80, without a proxy'
  return `none of ${sources} can be reached: is this machine on the network? ${needs}`
}
