import { matching } from './detector.ts';

/** Mainland mobile numbers, also grouped, spaced out or spelled in characters, and landlines with area code. */
export const chinesePhone = matching(
	'PHONE',
	/(?<!\d|\d[., -])(?:(?:\+|00)?86[- ]?)?(?:1[3-9]\d(?:[-. ]?\d{4}){2}|1 [3-9](?: \d){9}|0\d{2,3}[- ]?\d{3,4}[- ]?\d{4}|\(0\d{1,3}\) ?\d{3,4}[- ]?\d{4}|[一幺][三四五六七八九][零〇一幺二三四五六七八九]{9})(?!\d|\.\d|,\d{3}(?!\d)|元)/g
);
