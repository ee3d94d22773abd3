let times = 0;

/**
 * Lays texts out anew when a font of `src/fallback-fonts.css` has come. Chromium (153) leaves a text without a single
 * character of the first font as it was before: boxes. Does nothing where the system has fonts for all that is shown.
 */
export function reshapeAsFontsCome(): () => void {
	const { fonts, documentElement: root } = document;
	const reshape = () => {
		// No font has such a feature, but what was remembered of a text's shape without it no longer counts.
		root.style.fontFeatureSettings = `"x${String(++times % 1000).padStart(3, '0')}" 0`;
	};
	if ([...fonts].some(({ status }) => status === 'loaded')) reshape();
	fonts.addEventListener('loadingdone', reshape);
	return () => fonts.removeEventListener('loadingdone', reshape);
}
