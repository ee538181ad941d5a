/** Bars at the side; each stands out on Discord's light and dark ground. */
export const COLOURS = {
  new: 0x2e_9e_5b,
  updated: 0xd0_8a_1d,
  told: 0x80_84_8e,
  quiet: 0x4e_50_58,
  notice: 0x58_65_f2,
  warning: 0xd0_8a_1d,
  error: 0xd8_3c_3e,
} as const
