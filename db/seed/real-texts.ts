import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Channel, Source } from '#core/domain/vocabulary.ts';
import type { ConductTheme, ProcessTheme } from './themes.ts';

/** A text that was written by somebody, not by the grammar. Used once in the demo. */
export interface RealText {
	readonly uid: string;
	readonly origin: 'cfpb' | 'project';
	readonly language: 'en' | 'zh';
	readonly kind: 'complaint' | 'call_feedback' | 'transcript';
	/** How the collector reached the writer, where that is known. */
	readonly channel: Channel | null;
	/** How the text reached the company, where that is known. */
	readonly source: Source | null;
	readonly rating: number | null;
	/** Conduct themes by label; null where nobody has labelled the text. */
	readonly conduct: readonly ConductTheme[] | null;
	readonly isPraise: boolean;
	/** Issue that the consumer chose from the CFPB's menu, as a kebab id. */
	readonly issue: string | null;
	readonly text: string;
}

interface CfpbLine {
	readonly uid: string;
	readonly text: string;
	readonly issue?: string;
	readonly conduct?: readonly ConductTheme[];
}
interface ProjectLine {
	readonly uid: string;
	readonly text: string;
	readonly kind: RealText['kind'];
	readonly channel: string;
	readonly conduct: readonly ConductTheme[];
	readonly rating?: number;
	readonly positive?: boolean;
}

const contactChannels: Readonly<Record<string, Channel>> = {
	phone: 'phone',
	sms: 'sms',
	visit: 'visit',
	wechat: 'im',
	email: 'email',
	letter: 'letter'
};
const intakeSources: Readonly<Record<string, Source>> = {
	hotline: 'hotline',
	regulator: 'regulator',
	app: 'social'
};

function readLines<Line>(name: string): readonly Line[] {
	const packed = readFileSync(new URL(`./texts/${name}.jsonl.gz`, import.meta.url));
	const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n');
	return lines.map((line) => JSON.parse(line) as Line);
}

/** All texts of texts/README.md, in the order of the files. */
export function readRealTexts(): readonly RealText[] {
	const cfpb = readLines<CfpbLine>('cfpb').map(({ uid, text, issue, conduct }): RealText => ({
		uid,
		text,
		origin: 'cfpb',
		language: 'en',
		kind: 'complaint',
		channel: null,
		source: null,
		rating: null,
		conduct: conduct ?? null,
		isPraise: false,
		issue: issue ?? null
	}));
	const project = readLines<ProjectLine>('zh').map(
		({ uid, text, kind, channel, conduct, rating, positive }): RealText => ({
			uid,
			text,
			origin: 'project',
			language: 'zh',
			kind,
			channel: contactChannels[channel] ?? null,
			source: kind === 'complaint' ? (intakeSources[channel] ?? null) : null,
			rating: rating ?? null,
			conduct,
			isPraise: positive ?? false,
			issue: null
		})
	);
	return [...cfpb, ...project];
}

/** The process theme nearest to an issue of the CFPB's menu, where there is one. */
export const themeOfIssue: Readonly<Record<string, ProcessTheme>> = {
	'charged-fees-or-interest-you-didnt-expect': 'fees_interest_dispute',
	'charged-fees-or-interest-i-didnt-expect': 'fees_interest_dispute',
	'problem-when-making-payments': 'payment_not_posted',
	'loan-payment-wasnt-credited-to-your-account': 'payment_not_posted',
	'problem-with-the-payoff-process-at-the-end-of-the-loan': 'paid_still_collected',
	'struggling-to-pay-your-loan': 'hardship_request_refused',
	'incorrect-information-on-your-report': 'credit_record_error',
	'improper-use-of-your-report': 'credit_record_error',
	'problem-with-a-credit-reporting-companys-investigation-into-an-existing-problem': 'credit_record_error',
	'money-was-taken-from-your-bank-account-on-the-wrong-day-or-for-the-wrong-amount': 'autodebit_problem',
	'cant-stop-withdrawals-from-your-bank-account': 'autodebit_problem',
	'cant-contact-lender-or-servicer': 'service_unreachable',
	'problem-with-additional-add-on-products-or-services': 'misleading_sale',
	'written-notification-about-debt': 'debt_validation',
	'disclosure-verification-of-debt': 'debt_validation'
};
