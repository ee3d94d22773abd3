import { matching } from './detector.ts';

const streetKind =
	'(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Terrace|Ter|Trail|Way|Square|Sq)';
const word = "(?:[A-Z][A-Za-z'’]+|\\d{1,3}(?:st|nd|rd|th))";
const unit = '(?:,? (?:Apt|Apartment|Unit|Suite|Ste|#)\\.? ?#?\\w{1,6}|,? #\\w{1,6})?';
const town =
	'(?:, [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2},? [A-Z]{2}\\b(?:,? \\d{5}(?:-\\d{4})?)?|,? (?:[A-Z][a-z]+,? )?[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b)?';

/** US and UK streets with a house number, and post-office boxes, with the town where it follows. */
export const latinAddress = matching({
	kind: 'address',
	patterns: [
		new RegExp(
			`\\b\\d{1,6}[A-Z]? (?:[NSEW]{1,2}\\.? |North |South |East |West )?(?:${word} ){1,3}${streetKind}\\b\\.?(?: [NSEW]{1,2}\\b)?${unit}${town}`,
			'g'
		),
		new RegExp(`\\bP\\.? ?O\\.? Box \\d{1,7}${town}`, 'gi')
	],
	needs: /\d[A-Z]? (?:[A-Z]|\d)|box \d/i,
	examples: {
		masks: [
			'I live at <123 Main Street, Apt 4, Springfield, IL 62704>.',
			'<1600 Pennsylvania Ave NW, Washington, DC 20500>',
			'<55 W 125th St Apt 4B, New York, NY 10027>',
			'write to <P.O. Box 77>',
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
