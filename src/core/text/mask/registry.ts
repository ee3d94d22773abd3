import { account } from './account.ts';
import { address } from './address.ts';
import { card } from './card.ts';
import { chineseId } from './chinese-id.ts';
import { chineseName } from './chinese-name.ts';
import { chinesePhone } from './chinese-phone.ts';
import type { Detector } from './detector.ts';
import { email } from './email.ts';
import { latinName } from './latin-name.ts';
import { messenger } from './messenger.ts';
import { otherId } from './other-id.ts';
import { otherPhone } from './other-phone.ts';
import { plate } from './plate.ts';

/** In order of precedence: where two find the same characters, the earlier one names them. */
export const detectors: readonly Detector[] = [
	email,
	messenger,
	chineseId,
	otherId,
	chinesePhone,
	otherPhone,
	account,
	card,
	plate,
	address,
	latinName,
	chineseName
];
