import called from './zone-abbreviations.json' with { type: 'json' }

/**
 * The IANA zones that people call by such initials, in any case, the likeliest first; none where we do not know them. Where there are several,
 * only the person knows which is meant, and some of them change their clocks while others do not.
 */
export const zonesCalled = (typed: string): readonly string[] => zones.get(typed.trim().toUpperCase()) ?? []

const zones: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(called))
