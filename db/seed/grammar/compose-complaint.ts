import type { Weights } from '../organisation/desks.ts';
import { processShares } from '../rates.ts';
import type { Random } from '../random.ts';
import type { Aim } from '../slots.ts';
import { conductHant, processHant, remediesHant } from '../texts/hant-zh.ts';
import {
	isConductTheme,
	type ConductTheme,
	type EscalationTheme,
	type ImpactTheme,
	type ProcessTheme,
	type ReasonTheme,
	type RemedyTheme,
	type SentenceBank
} from '../themes.ts';
import type { Banks } from './banks.ts';
import { expand, pickSentence, type Scene } from './scene.ts';

/** A text and the themes it was made to have. */
export interface Composed {
	readonly text: string;
	readonly themes: readonly string[];
}
/** What a complaint is to report. */
export interface Subject {
	readonly aim: Aim;
	/** Weights of what else happens where it happened. */
	readonly conductHere: Weights<ConductTheme>;
}

const reasonWeights: Weights<ReasonTheme> = {
	unemployment: 20,
	income_drop: 17,
	illness_injury: 12,
	family_medical: 10,
	bereavement: 4,
	divorce_family: 6,
	pandemic_disaster: 4,
	business_failure: 9,
	scam_victim: 4,
	over_indebtedness: 7,
	gambling_addiction: 2,
	forgot_or_technical: 8,
	dispute_unwilling: 6,
	in_custody_or_away: 2
};
const impactWeights: Weights<ImpactTheme> = {
	suicidal_ideation: 1.5,
	self_harm_other: 1,
	psychological_distress: 34,
	physical_health: 9,
	family_conflict: 12,
	job_loss_or_risk: 10,
	reputation: 8,
	daily_life: 14,
	financial_loss: 8,
	third_party_harm: 9
};
const escalationWeights: Weights<EscalationTheme> = {
	regulator: 5,
	media_social: 2,
	legal_action: 3,
	police_report: 1.5
};
const remediesAfterConduct: Weights<RemedyTheme> = {
	stop_contact: 36,
	apology: 12,
	discipline_agent: 16,
	repayment_plan: 16,
	compensation: 6,
	explanation_reply: 8,
	delete_personal_data: 6
};
const remediesAfterProcess: Readonly<Record<ProcessTheme, Weights<RemedyTheme>>> = {
	fees_interest_dispute: { fee_interest_waiver: 5, refund: 3, correct_balance: 2 },
	wrong_balance: { correct_balance: 8, explanation_reply: 1 },
	payment_not_posted: { correct_balance: 6, explanation_reply: 2 },
	paid_still_collected: { stop_contact: 3, correct_balance: 3, credit_record_fix: 2 },
	debt_validation: { proof_of_debt: 7, explanation_reply: 1 },
	credit_record_error: { credit_record_fix: 8, compensation: 1 },
	autodebit_problem: { refund: 7, compensation: 1 },
	hardship_request_refused: { repayment_plan: 7, fee_interest_waiver: 2 },
	service_unreachable: { explanation_reply: 5, repayment_plan: 2 },
	complaint_mishandled: { explanation_reply: 6, apology: 1 },
	misleading_sale: { cancel_contract: 4, refund: 3 },
	unclear_information: { explanation_reply: 4, correct_balance: 2 },
	service_attitude: { apology: 4, discipline_agent: 2 },
	system_app_fault: { fee_interest_waiver: 2, explanation_reply: 2, correct_balance: 1 },
	debt_sale_outsourcing: { proof_of_debt: 3, explanation_reply: 2, delete_personal_data: 1 }
};

/** Says one sentence after the other and remembers what it said them for. */
class Letter {
	readonly sentences: string[] = [];
	readonly themes = new Set<string>();
	readonly random: Random;
	readonly #scene: Scene;
	readonly #banks: Banks;

	constructor(scene: Scene, banks: Banks) {
		this.random = scene.random;
		this.#scene = scene;
		this.#banks = banks;
	}

	say(bank: readonly string[], theme?: string): void {
		this.sentences.push(expand(pickSentence(bank, this.#scene), this.#scene, this.#banks.fillers));
		if (theme) this.themes.add(theme);
	}
	sayOneOf<Theme extends string>(bank: SentenceBank<Theme>, weights: Weights<Theme>): void {
		const theme = this.random.weighted(weights);
		this.say(bank[theme], theme);
	}
	sometimes(probability: number, say: () => void): void {
		if (this.random.chance(probability)) say();
	}
}

function reportConduct(letter: Letter, banks: Banks, theme: ConductTheme, { conductHere }: Subject): void {
	letter.say(banks.conduct[theme], theme);
	letter.sometimes(0.2, () => letter.say(banks.conduct[theme], theme));
	letter.sometimes(0.3, () => letter.sayOneOf(banks.conduct, conductHere));
	letter.sometimes(0.33, () => letter.sayOneOf(banks.impacts, impactWeights));
}

function reportProcess(letter: Letter, banks: Banks, theme: ProcessTheme): void {
	letter.say(banks.process[theme], theme);
	letter.sometimes(0.25, () => letter.sayOneOf(banks.process, processShares));
	letter.sometimes(0.1, () =>
		letter.sayOneOf(banks.impacts, { psychological_distress: 2, daily_life: 1, financial_loss: 3 })
	);
}

function writeLetter(letter: Letter, subject: Subject, banks: Banks, isTerse: boolean): void {
	const conduct = isConductTheme(subject.aim) ? subject.aim : null;
	const process = letter.random.weighted(processShares);
	const often = isTerse ? 0 : 1;
	letter.sometimes(0.35 * often, () => letter.say(banks.openers));
	letter.sometimes(0.28 * often, () => letter.sayOneOf(banks.reasons, reasonWeights));
	if (conduct && isTerse) letter.say(banks.conduct[conduct], conduct);
	else if (conduct) reportConduct(letter, banks, conduct, subject);
	else reportProcess(letter, banks, process);
	letter.sometimes(conduct ? 0 : 0.1 * often, () => letter.say(banks.denials));
	letter.sometimes(0.04 * often, () => letter.say(banks.ownActs));
	letter.sometimes(0.36 * often, () => letter.say(banks.personal));
	letter.sometimes(0.14 * often, () => letter.sayOneOf(banks.escalations, escalationWeights));
	letter.sometimes(0.55 * often, () =>
		letter.sayOneOf(banks.remedies, conduct ? remediesAfterConduct : remediesAfterProcess[process])
	);
	letter.sometimes(0.2 * often, () => letter.say(banks.closers));
}

/** Traditional characters for what the fillers write in simplified ones. */
const traditional = (text: string) =>
	text.replaceAll('点', '點').replaceAll('号', '號').replaceAll('块', '塊');

function writeTraditional(letter: Letter, { aim }: Subject): string {
	if (isConductTheme(aim)) letter.say(conductHant[aim], aim);
	else letter.say(processHant);
	letter.sometimes(0.7, () => letter.say(remediesHant));
	return traditional(letter.sentences.join(''));
}

/** Writes as people do: mostly well, sometimes all in lower case, with a slip of the finger or a wrong character. */
export function roughen(text: string, { language }: Banks, { random }: Scene): string {
	if (language === 'zh')
		return random.chance(0.05)
			? text.replace(
					/账|再|的时候|怎么/,
					(word) => ({ 账: '帐', 再: '在', 的时候: '得时候', 怎么: '咋' })[word]!
				)
			: text;
	const words = random.chance(0.08) ? text.toLowerCase() : text;
	if (!random.chance(0.07)) return words;
	const at = random.between(0, Math.max(0, words.length - 3));
	return /^[a-z]{2}/i.test(words.slice(at, at + 2))
		? words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2)
		: words;
}

/** A complaint of one to ten sentences about `subject`. */
export function composeComplaint(subject: Subject, scene: Scene, banks: Banks): Composed {
	const letter = new Letter(scene, banks);
	if (banks.language === 'zh' && scene.random.chance(0.04))
		return { text: writeTraditional(letter, subject), themes: [...letter.themes] };
	writeLetter(letter, subject, banks, scene.random.chance(0.16));
	const text =
		banks.language === 'en'
			? letter.sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ')
			: letter.sentences.join('');
	return { text: roughen(text, banks, scene), themes: [...letter.themes] };
}
