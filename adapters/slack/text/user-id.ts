/** The id in `slack:@T012AB3CD/U012AB3CD`; null for people elsewhere. */
export function userId(person: string | undefined): string | null {
  return /^slack:@[A-Z0-9]+\/([UW][A-Z0-9]+)$/u.exec(person ?? '')?.[1] ?? null
}
