/**
 * Lays texts out anew when a font of `src/fallback-fonts.css` has come. Chromium (153) leaves a text without a single
 * character of the first font as it was before: boxes. Does nothing where the system has fonts for all that is shown.
 */
export function reshapeAsFontsCome(): () => void {
	const { fonts, documentElement: root } = document;
	const reshape = () => {
		root.style.fontVariantLigatures = 'none';
		requestAnimationFrame(() =>
			requestAnimationFrame(() => root.style.removeProperty('font-variant-ligatures'))
		);
	};
	if ([...fonts].some(({ status }) => status === 'loaded')) reshape();
	fonts.addEventListener('loadingdone', reshape);
	return () => fonts.removeEventListener('loadingdone', reshape);
}
