/** A tag of three digits behind an x: no font has such a feature. */
const tags = 1000;

/**
 * Lays texts out anew once the page lives, and when a font of `src/fallback-fonts.css` has come. Chromium (153) leaves a text
 * without a single character of the first font as it was before, on the next page too: boxes. Does nothing where the
 * system has a Chinese font.
 */
export function reshapeAsFontsCome(): () => void {
	const { fonts, documentElement: root } = document;
	if (hasChineseFont()) return () => undefined;
	let times = Math.floor(Math.random() * tags);
	const reshape = () => {
		// What was remembered of a text's shape without this tag no longer counts.
		root.style.fontFeatureSettings = `"x${String(++times % tags).padStart(3, '0')}" 0`;
	};
	reshape();
	fonts.addEventListener('loadingdone', reshape);
	return () => fonts.removeEventListener('loadingdone', reshape);
}

/** Characters of Chinese fill a square, the box for a missing one does not. */
function hasChineseFont(): boolean {
	const size = 100;
	const context = document.createElement('canvas').getContext('2d');
	if (!context) return true;
	context.font = `${size}px system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`;
	return context.measureText('中').width > size * 0.9;
}
