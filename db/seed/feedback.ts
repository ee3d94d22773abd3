import type { FeedbackDraft } from '#core/domain/feedback.ts';
import { addDays } from '#core/domain/period.ts';
import type { Agent } from '#core/domain/organisation.ts';
import type { Attribution, Source } from '#core/domain/vocabulary.ts';
import type { ExposurePlan } from './exposure.ts';
import { banks } from './grammar/banks.ts';
import { composeComment } from './grammar/compose-comment.ts';
import { composeComplaint } from './grammar/compose-complaint.ts';
import { inventAccount } from './grammar/personal-data.ts';
import type { Scene } from './grammar/scene.ts';
import { isWomansName } from './organisation/agent-names.ts';
import type { Weights } from './organisation/desks.ts';
import { newIntake, type PlantedTruths } from './planted-truths.ts';
import { Random } from './random.ts';
import { readRealTexts, themeOfIssue, type RealText } from './real-texts.ts';
import { routeTexts } from './routing.ts';
import { planSlots, type Slot } from './slots.ts';

/** A draft with what the generator meant by it. */
export interface IntendedFeedback {
	readonly draft: FeedbackDraft;
	readonly slot: Slot;
	/** Theme ids the text was made or labelled to have; for unlabelled real texts at most the theme of its issue. */
	readonly themes: readonly string[];
}

interface Worded {
	readonly text: string;
	readonly themes: readonly string[];
	readonly origin: 'cfpb' | 'project' | 'composed' | 'none';
	readonly real: RealText | null;
}

const sourcesOfComplaints: Weights<Source> = {
	hotline: 40,
	web_form: 30,
	regulator: 9,
	social: 8,
	branch: 6,
	call_qa: 4,
	other: 3
};
const attributionOfComplaints: Weights<Attribution> = {
	named: 55,
	call_id: 20,
	last_contact: 10,
	team: 10,
	none: 5
};
const ratings = {
	conduct: { '1': 78, '2': 18, '3': 4 },
	process: { '1': 14, '2': 46, '3': 34, '4': 6 },
	praise: { '4': 26, '5': 74 },
	neutral: { '2': 8, '3': 52, '4': 36, '5': 4 },
	rating_only: { '1': 7, '2': 7, '3': 17, '4': 29, '5': 40 }
} as const satisfies Readonly<Record<string, Weights<string>>>;
const repeatShare = 0.18;
const repeatMemory = 120;
const mostAttempts = 60;

function ratedAs(slot: Slot): keyof typeof ratings {
	return slot.aim in ratings ? (slot.aim as keyof typeof ratings) : 'conduct';
}

function sourceOf(slot: Slot, real: RealText | null, truths: PlantedTruths, random: Random): Source {
	if (slot.isExtraIntake) return newIntake.source;
	if (real?.kind === 'transcript') return 'call_qa';
	if (slot.form === 'call_feedback') {
		const isRated = slot.aim === 'rating_only' || typeof real?.rating === 'number';
		return isRated || random.chance(0.88) ? 'survey' : 'call_qa';
	}
	const source = random.weighted(sourcesOfComplaints);
	if (real?.source) return real.source;
	const isIntakeOpen = slot.receivedOn.slice(0, 7) >= truths.newIntake.fromMonth;
	const moves = random.chance(newIntake.movedShare);
	return source === 'web_form' && isIntakeOpen && moves ? newIntake.source : source;
}

/** Finds words nobody has used yet: composes again, and longer, until the text is new. */
function word(slot: Slot, scene: Omit<Scene, 'random'>, seed: number, used: Set<string>): Worded {
	const bank = banks[slot.desk.language];
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const full = { ...scene, random: new Random(seed, 'words', slot.key, attempt) };
		const { text, themes } =
			slot.form === 'complaint'
				? composeComplaint(slot, full, bank)
				: composeComment(slot.aim, full, bank, Math.min(3, Math.floor(attempt / 2)));
		if (used.has(text)) continue;
		return { text, themes, origin: 'composed', real: null };
	}
	throw new Error(`No new text after ${mostAttempts} attempts: the sentence banks are too small.`);
}

function wordReal(real: RealText): Worded {
	const process = real.issue === null ? undefined : themeOfIssue[real.issue];
	return {
		text: real.text,
		themes: [...(real.conduct ?? []), ...(process ? [process] : [])],
		origin: real.origin,
		real
	};
}

/** Accounts that complain: some of them come back to the same team. */
class Borrowers {
	readonly #recent = new Map<string, string[]>();

	refFor(slot: Slot, random: Random): string {
		const recent = this.#recent.get(slot.desk.team.id) ?? [];
		if (slot.form === 'complaint' && recent.length > 0 && random.chance(repeatShare))
			return random.pick(recent);
		const ref = inventAccount(random);
		if (slot.form === 'complaint')
			this.#recent.set(slot.desk.team.id, [...recent.slice(1 - repeatMemory), ref]);
		return ref;
	}
}

/** What all slots share while they are turned into drafts. */
interface Setting {
	readonly seed: number;
	readonly truths: PlantedTruths;
	readonly agents: ReadonlyMap<string, Agent>;
	readonly routed: ReadonlyMap<string, RealText>;
	readonly used: Set<string>;
	readonly borrowers: Borrowers;
}

function detailsOf({ origin, real }: Worded): Readonly<Record<string, string>> {
	return { text_origin: origin, ...(real?.issue ? { cfpb_issue: real.issue } : {}) };
}

function attributed(
	slot: Slot,
	attribution: Attribution
): Pick<FeedbackDraft, 'agencyId' | 'teamId' | 'agentId'> {
	if (attribution === 'none') return { agencyId: null, teamId: null, agentId: null };
	const { id: teamId, agencyId } = slot.desk.team;
	return { agencyId, teamId, agentId: attribution === 'team' ? null : slot.agentId };
}

function ratingOf(slot: Slot, real: RealText | null, source: Source, random: Random): number | null {
	if (slot.form === 'complaint' || source === 'call_qa') return null;
	const rating = Number(random.weighted(ratings[ratedAs(slot)]));
	return real ? real.rating : rating;
}

function sceneOf(slot: Slot, attribution: Attribution, eventOn: string, setting: Setting, random: Random) {
	const { channel, product, desk } = slot;
	const agent = setting.agents.get(slot.agentId);
	const agentName = (desk.language === 'zh' ? agent?.nameZh : agent?.name) ?? '';
	return {
		channel,
		product,
		eventOn,
		agentName,
		isAgentNamed: attribution === 'named',
		isCollectorFemale: isWomansName(agentName),
		relative: random.between(0, 999)
	};
}

function wordsFor(slot: Slot, scene: Omit<Scene, 'random'>, { seed, routed, used }: Setting): Worded {
	if (slot.aim === 'rating_only') return { text: '', themes: [], origin: 'none', real: null };
	const real = routed.get(slot.key);
	const worded = real ? wordReal(real) : word(slot, scene, seed, used);
	used.add(worded.text);
	return worded;
}

function draftFeedback(slot: Slot, serial: number, setting: Setting): IntendedFeedback {
	const random = new Random(setting.seed, 'draft', slot.key);
	const { receivedOn, channel, product, stage, desk } = slot;
	const isComplaint = slot.form === 'complaint';
	const attribution = isComplaint ? random.weighted(attributionOfComplaints) : 'call_id';
	const eventOn = addDays(receivedOn, -random.between(0, isComplaint ? 6 : 1));
	const worded = wordsFor(slot, sceneOf(slot, attribution, eventOn, setting, random), setting);
	const source = sourceOf(slot, worded.real, setting.truths, random);
	const draft: FeedbackDraft = {
		kind: worded.real?.kind === 'transcript' ? 'transcript' : slot.form,
		externalId: `demo-${String(serial).padStart(6, '0')}`,
		receivedOn,
		eventOn: isComplaint && random.chance(0.12) ? null : eventOn,
		channel,
		source,
		product,
		stage,
		region: random.chance(0.03) ? null : random.weighted(desk.regions),
		rating: ratingOf(slot, worded.real, source, random),
		text: worded.text,
		borrowerRef: setting.borrowers.refFor(slot, random),
		...attributed(slot, attribution),
		attribution,
		callId: null,
		eventAt: null,
		details: detailsOf(worded)
	};
	return { draft, slot, themes: worded.themes };
}

/** All feedback of the demo, oldest first, each with what it was meant to say. */
export function* intendFeedback(plan: ExposurePlan, truths: PlantedTruths): Iterable<IntendedFeedback> {
	const slots = planSlots(plan, truths);
	const texts = new Random(plan.seed, 'real texts').shuffle(readRealTexts());
	const chosen = texts.slice(0, Math.round(texts.length * Math.min(1, plan.scale)));
	const setting: Setting = {
		seed: plan.seed,
		truths,
		agents: new Map(plan.organisation.agents.map((agent) => [agent.id, agent])),
		routed: routeTexts(slots, chosen, new Random(plan.seed, 'routing')),
		used: new Set(texts.map((text) => text.text)),
		borrowers: new Borrowers()
	};
	for (const [at, slot] of slots.entries()) yield draftFeedback(slot, at + 1, setting);
}
