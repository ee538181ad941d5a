/** How long a briefing may get. */
export const LENGTHS = ['short', 'normal', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** Stories in all and in one section. Short fits a phone's screen or two; long fills the most that one Discord message holds. */
export const STORIES: Readonly<Record<Length, { readonly stories: number; readonly perSection: number }>> = {
  short: { stories: 5, perSection: 3 },
  normal: { stories: 12, perSection: 4 },
  long: { stories: 25, perSection: 8 },
}

/** The length with these numbers; null for numbers of one's own, as `config/briefings.yaml` may have. */
export function lengthOf(request: { readonly stories: number; readonly perSection: number }): Length | null {
  return (
    LENGTHS.find(
      (length) =>
        STORIES[length].stories === request.stories && STORIES[length].perSection === request.perSection,
    ) ?? null
  )
}
