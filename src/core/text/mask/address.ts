import { matching } from './detector.ts';

// Han without the words that lead up to an address (“住在”, “寄到”), so that these stay readable.
const han = '(?:(?![在到住是于寄址从去往我你他她们的了这那把被个])[一-龥])';
const digits = '(?:[\\dA-Za-z]{1,6}|[一二三四五六七八九十百]{1,4})';
// Each level ends at its own sign: that there is one way to read a run of them keeps the pattern linear.
const level = '(?:(?![在到住是于寄址从去往我你他她们的了这那把被个市区县旗镇乡街])[一-龥])';
const area = `(?:${han}{2,7}(?:省|自治区|市|州|盟))?(?:${level}{1,7}(?:市|区|县|旗|镇|乡|街道))*`;
const street = `${han}{1,8}?(?:路|街|大道|巷|弄|胡同|村|屯|庄|小区|花园|家园|公寓|大厦|广场|新村|段|苑|里)`;
const room = `(?:${digits}(?:号楼|栋|幢|座|单元|楼|层|室|号|户)|之\\d+|\\d{2,4}室?)*`;
const house = `(?:${digits}段)?(?:${digits}[巷弄])?(?:${digits}(?:号院|号楼?|栋|幢|座|组|单元)${room}|\\d{1,3}-\\d{1,3}-\\d{2,4}(?!\\d))`;
const village = `(?:${level}{1,7}(?:省|市))?${level}{1,6}(?:县|区|旗)${level}{1,6}(?:镇|乡|街道)${level}{1,7}(?:村|屯|社区)`;

/** Chinese addresses down to the house or group, and US streets with a house number. */
export const address = matching(
	'ADDRESS',
	new RegExp(
		`${area}${street}${house}|${village}|\\b\\d{1,6} (?:[NSEW]\\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Circle|Highway|Hwy|Parkway|Pkwy)\\b\\.?(?:,? (?:Apt|Unit|Suite|#)\\.? ?\\w{1,6})?(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?,? [A-Z]{2}(?: \\d{5})?)?`,
		'g'
	),
	undefined,
	/[\d一二三四五六七八九十百](?:号|栋|幢|座|组|单元|-)|[镇乡道]..?.?.?.?.?.?(?:村|屯|社区)|\d [A-Z]/
);
