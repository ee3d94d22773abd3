import { matching } from './detector.ts';

const streetKind =
	'(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Terrace|Ter|Trail|Trl|Way|Square|Sq|Gardens|Close|Crescent|Cres|Grove|Mews|Row|Loop|Run|Path|Pike|Route|Plaza|Alley|Aly|Expressway|Expy|Freeway|Fwy|Crossing|Xing|Point|Ridge|Hill|Walk|View|Green|Bend|Cove|Broadway|Turnpike|Causeway|Bypass|Heights|Landing|Commons|Manor|Meadows?|Park|Estates)';
const word = "(?:[A-Z][A-Za-z'’]+|\\d{1,3}(?:st|nd|rd|th))";
const unit = '(?:,? (?:[Aa]pt|Apartment|Unit|Suite|Ste|#)\\.? ?#?\\w{1,6}|,? #\\w{1,6})?';
const place = '[A-Z][A-Za-z]+\\.?(?: [A-Z][A-Za-z]+){0,2}';
const town =
	'(?:, [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2},? (?:[A-Z]{2}|[A-Z][a-z]{3,}(?= \\d{5}))\\b(?:,? \\d{5}(?:-\\d{4})?)?|,? (?:[A-Z][a-z]+,? )?[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b)?';

const living = ['live', 'living', 'reside', 'home', 'house', 'stay', 'address', 'located', 'moved'];
const livingOn = 'live lives lived living reside resides resided home house'
	.split(' ')
	.flatMap((each) => [`${each} on `, `${each} at `, `${each} is on `]);
const flats = ['apt ', 'apartment ', 'flat ', 'unit '];
const numbered = ['house ', ...flats].flatMap((each) => [`${each}n`, `${each}#`]);
const box = ['box '];

/** US and UK streets with a house number, and post-office boxes, with the town where it follows. */
export const latinAddress = matching({
	kind: 'address',
	patterns: [
		{
			when: ({ run }, text) => run > 0 && /\d[A-Z]? (?:[A-Z]|\d{1,3}(?:st|nd|rd|th))/.test(text),
			pattern: new RegExp(
				`\\b\\d{1,6}[A-Z]? (?:[NSEW]{1,2}\\.? |North |South |East |West )?(?:${word} ){1,3}${streetKind}\\b\\.?(?: [NSEW]{1,2}\\b)?${unit}${town}`,
				'g'
			)
		},
		{
			when: ({ run }) => run >= 5,
			pattern: new RegExp(
				`(?:\\b${place},|(?<=\\n)${place}) (?:[A-Z]{2}|[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?),? \\d{5}(?:-\\d{4})?\\b`,
				'g'
			)
		},
		{
			when: ({ run, holds }) => run > 0 && holds(living),
			pattern:
				/(?=\d)(?<=\b(?:live[sd]?|living|reside[sd]?|home|house|stay(?:ing)?|address|located|moved)\b[^\n.]{0,20} )\d{1,6} (?:[nsew]\.? )?(?:[a-z]+ |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|circle|cir|terrace|way|hwy|highway)\b(?:,? (?:apt|unit|ste|suite|#)\.? ?#?\w{1,6})?/gi
		},
		{
			when: ({ holds }) => holds(livingOn),
			pattern: new RegExp(
				`(?=[A-Z])(?<=\\b(?:live[sd]?|living|reside[sd]?|home|house) (?:on|at|is on) )(?:${word} ){1,3}${streetKind}\\b`,
				'g'
			)
		},
		{
			when: ({ run, holds }) => run > 0 && holds(flats),
			pattern: /\b(?:apt|apartment|flat|unit) #?\d{1,4}[A-Z]?\b(?! (?:of|times?|years?|months?|days?))/gi
		},
		{
			when: ({ run, holds }) => run > 0 && holds(numbered),
			pattern: /(?=\d)(?<=\b(?:house|apartment|apt|flat|unit) (?:number|no\.?|#)(?: is)? ?)\d{1,5}[A-Z]?\b/gi
		},
		{
			when: ({ run, holds }) => run > 0 && holds(box),
			pattern: new RegExp(`\\bP\\.? ?O\\.? Box \\d{1,7}${town}`, 'gi')
		}
	],
	cues: [living, livingOn, flats, numbered, box],
	needs: /(?:t|unit) #?\d|\d[A-Z]? (?:[A-Z]|\d)|box \d|\b(?:on|at) [A-Z]|\d{5}|number/i,
	examples: {
		masks: [
			'I live at <123 Main Street, Apt 4, Springfield, IL 62704>.',
			'<1600 Pennsylvania Ave NW, Washington, DC 20500>',
			'<55 W 125th St Apt 4B, New York, NY 10027>',
			'write to <P.O. Box 77>',
			'<Dayton, OH 45402>',
			'i live at <4821 willow creek dr> in town',
			'I live on <Sycamore Lane> and',
			'<221B Baker Street, London NW1 6XE>'
		],
		keeps: [
			'in 2019 Chase Bank sold it',
			'they called 5 times at Walmart',
			'section 809 Of The Act',
			'10 Days Past The Due Way'
		]
	}
});
