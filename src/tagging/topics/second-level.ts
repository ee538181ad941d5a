/** Terms of IPTC Media Topics below the top level that a text's own words can tell, with the number (0 to 16) of their top level. */
export const SECOND_LEVEL: readonly { readonly code: `medtop:${string}`; readonly parent: number }[] = [
  // election, diplomacy, economic sanction
  { code: 'medtop:20000574', parent: 10 },
  { code: 'medtop:20000639', parent: 10 },
  { code: 'medtop:20000642', parent: 10 },
  // armed conflict, act of terror, civil unrest, peace process
  { code: 'medtop:20000056', parent: 15 },
  { code: 'medtop:20000053', parent: 15 },
  { code: 'medtop:20000065', parent: 15 },
  { code: 'medtop:20000073', parent: 15 },
  // climate change, diseases and conditions, immigration
  { code: 'medtop:20000418', parent: 5 },
  { code: 'medtop:20000446', parent: 6 },
  { code: 'medtop:20000771', parent: 13 },
]
