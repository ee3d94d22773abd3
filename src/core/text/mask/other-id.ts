import { matching } from './detector.ts';

/** Hong Kong and Taiwan identity cards, US social security numbers, passports named as such. */
export const otherId = matching(
	'ID',
	/(?<![\dA-Za-z])(?:[A-Z]{1,2}\d{6} ?\([\dA]\)|[A-Z][1289]\d{8}|\d{3}-\d{2}-\d{4}|(?<=(?:护照|通行证|passport|SSN|social security)[^\dA-Za-z]{0,4}(?:号码?|no\.?|number|#)?[^\dA-Za-z]{0,5}(?:is )?)[A-Za-z]{0,2}\d{7,9})(?![\dA-Za-z])/gi
);
