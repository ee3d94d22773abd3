import { matching } from './detector.ts';

/** Mainland number plates; Taiwan and Hong Kong ones only where a vehicle is spoken of just before. */
export const plate = matching(
	'PLATE',
	/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. -]?(?=[A-Z]{0,4}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])|(?<=(?:车|plate|licen[cs]e)[^\n]{0,20})(?<![A-Z0-9])[A-Z]{2,3}-?\d{4}(?![\dA-Za-z-])/g
);
