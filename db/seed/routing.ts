import { watchedThemes } from './planted-truths.ts';
import type { Random } from './random.ts';
import type { RealText } from './real-texts.ts';
import type { Aim, Slot } from './slots.ts';
import { conductThemes, type ConductTheme } from './themes.ts';

/**
 * Words of English narratives that nobody has labelled and that may report one of the themes a planted truth is
 * about: such a narrative is kept away from the team or agent that tells this truth.
 */
const hints: Readonly<Partial<Record<ConductTheme, RegExp>>> = {
	third_party_contact:
		/\b(mother|mom|father|dad|parents?|wife|husband|spouse|sister|brother|son|daughter|famil|relatives?|friends?|neighbou?r|co-?worker|roommate|reference|grand)/i,
	workplace_contact: /\b(employer|work|job|office|boss|hr|human resources|co-?worker|supervisor|manager)\b/i,
	abusive_language:
		/\b(rude|yell|scream|shout|curs|swear|swore|insult|profan|verbal|called me|disrespect|abus|belittl|threat)/i
};
/** Words of narratives that may report any harsh conduct; broad on purpose. */
const anyConduct =
	/\b(harass|threat|calls|calling|called|rude|yell|scream|sue|suing|lawsuit|garnish|arrest|jail|police|employer|my (job|work|wife|husband|mother|family)|stop|identity theft|fraud|not my|never (had|took|applied|opened)|don't owe|do not owe)/i;

const plantedThemes = Object.keys(hints);

function mayReport(text: RealText, theme: ConductTheme): boolean {
	return text.conduct ? text.conduct.includes(theme) : (hints[theme]?.test(text.text) ?? false);
}

function accepts(slot: Slot, text: RealText, suspicious: boolean): boolean {
	if (slot.isExtraIntake && suspicious) return false;
	return watchedThemes({ agentId: slot.agentId, teamId: slot.desk.team.id }).every(
		(theme) => theme === slot.aim || !mayReport(text, theme)
	);
}

/** The aim of the slots a text belongs in. Of several themes a planted one decides, else the rarest. */
function aimOf(text: RealText, frequency: ReadonlyMap<ConductTheme, number>): Aim {
	const [first] = [...(text.conduct ?? [])].sort((a, b) => {
		const isPlanted = Number(plantedThemes.includes(b)) - Number(plantedThemes.includes(a));
		return isPlanted || frequency.get(a)! - frequency.get(b)!;
	});
	if (first) return first;
	if (text.kind === 'complaint') return 'process';
	if (text.isPraise || (text.rating ?? 0) >= 4) return 'praise';
	return text.rating !== null && text.rating <= 2 ? 'process' : 'neutral';
}

const formOf = (text: RealText) => (text.kind === 'complaint' ? 'complaint' : 'call_feedback');

/** Takes the first slot that accepts the text, of the text's own channel if there is one. */
function takeSlot(free: Slot[], text: RealText): Slot | undefined {
	const suspicious = text.conduct ? text.conduct.length > 0 : anyConduct.test(text.text);
	let found = -1;
	for (const [at, slot] of free.entries()) {
		if (!accepts(slot, text, suspicious)) continue;
		if (found < 0) found = at;
		if (text.channel !== null && slot.channel !== text.channel) continue;
		found = at;
		break;
	}
	return found < 0 ? undefined : free.splice(found, 1)[0];
}

/**
 * Gives each text the slot of a complaint or feedback with the same theme, form and language. A text that finds
 * none goes to a slot of another conduct theme that tells no planted truth; only where there is none is it left
 * out (at small scales). Returns texts by slot key.
 */
export function routeTexts(
	slots: readonly Slot[],
	texts: readonly RealText[],
	random: Random
): Map<string, RealText> {
	const frequency = new Map<ConductTheme, number>(
		conductThemes.map((theme) => [theme, texts.filter((text) => text.conduct?.includes(theme)).length])
	);
	const free = Map.groupBy(random.shuffle(slots), (slot) => `${slot.desk.language}/${slot.form}/${slot.aim}`);
	const unlabelledFirst = random
		.shuffle(texts)
		.sort((a, b) => Number(a.conduct !== null) - Number(b.conduct !== null));
	const routed = new Map<string, RealText>();
	const left: RealText[] = [];
	for (const text of unlabelledFirst) {
		const aim = aimOf(text, frequency);
		const slot = takeSlot(free.get(`${text.language}/${formOf(text)}/${aim}`) ?? [], text);
		if (slot) routed.set(slot.key, text);
		else left.push(text);
	}
	const spareThemes = conductThemes.filter((theme) => !plantedThemes.includes(theme));
	for (const text of left)
		for (const theme of random.shuffle(text.conduct?.length ? spareThemes : [])) {
			const slot = takeSlot(free.get(`${text.language}/${formOf(text)}/${theme}`) ?? [], text);
			if (!slot) continue;
			routed.set(slot.key, text);
			break;
		}
	return routed;
}
