import { matching } from './detector.ts';

/** North America, Hong Kong, Taiwan, and any number written with + and a country code. */
export const otherPhone = matching(
	'PHONE',
	/(?<![\d$¥/-]|\d[.,])(?:\+\d{1,3}(?:[-. ]?\(?\d{2,4}\)?){2,5}|(?:1[-. ])?(?:\([2-9]\d{2}\)[-. ]?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}|[2-9]\d{2}[2-9]\d{6}|09\d{2}[- ]?\d{3}[- ]?\d{3}|0[2-8]\d?-\d{3,4}-?\d{4}|[5-9]\d{3}[ -]\d{4})(?!\d|\.\d|,\d{3}(?!\d)|[ -]\d|元|蚊)/g
);
