/** Colour scheme of the pages: the reader's choice, or what their system says. */
export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

export function isAppearance(value: unknown): value is Appearance {
	return appearances.some((one) => one === value);
}
