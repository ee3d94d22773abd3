import { account } from './account.ts';
import { announcedCard } from './announced-card.ts';
import { birthDate } from './birth-date.ts';
import { card } from './card.ts';
import { chineseAddress } from './chinese-address.ts';
import { chineseId } from './chinese-id.ts';
import { chineseName } from './chinese-name.ts';
import { chinesePhone } from './chinese-phone.ts';
import type { Detector } from './detector.ts';
import { email } from './email.ts';
import { latinAddress } from './latin-address.ts';
import { latinName } from './latin-name.ts';
import { messenger } from './messenger.ts';
import { minorityName } from './minority-name.ts';
import { number } from './number.ts';
import { otherId } from './other-id.ts';
import { otherPhone } from './other-phone.ts';
import { plate } from './plate.ts';
import { spacedName } from './spaced-name.ts';
import { spokenNumber } from './spoken-number.ts';
import { tail } from './tail.ts';
import { titledName } from './titled-name.ts';

/** In order of precedence: where two find the same characters, the earlier one names them. */
export const detectors: readonly Detector[] = [
	email,
	messenger,
	spokenNumber,
	birthDate,
	chineseId,
	otherId,
	announcedCard,
	chinesePhone,
	otherPhone,
	account,
	card,
	plate,
	number,
	tail,
	chineseAddress,
	latinAddress,
	latinName,
	minorityName,
	spacedName,
	chineseName,
	titledName
];
