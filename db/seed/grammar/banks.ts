import type {
	ConductTheme,
	EscalationTheme,
	ImpactTheme,
	PositiveTheme,
	ProcessTheme,
	ReasonTheme,
	RemedyTheme,
	SentenceBank
} from '../themes.ts';
import { contactEn } from '../texts/contact-en.ts';
import { contactZh } from '../texts/contact-zh.ts';
import * as contextEn from '../texts/context-en.ts';
import * as contextZh from '../texts/context-zh.ts';
import * as commentsEn from '../texts/comments-en.ts';
import * as commentsZh from '../texts/comments-zh.ts';
import { processEn } from '../texts/process-en.ts';
import { processZh } from '../texts/process-zh.ts';
import { threatsEn } from '../texts/threats-en.ts';
import { threatsZh } from '../texts/threats-zh.ts';
import { fillersEn } from './fillers-en.ts';
import { fillersZh } from './fillers-zh.ts';
import type { Fillers } from './scene.ts';

/** Everything that can be said in one language. */
export interface Banks {
	readonly language: 'en' | 'zh';
	readonly fillers: Fillers;
	readonly conduct: SentenceBank<ConductTheme>;
	readonly process: SentenceBank<ProcessTheme>;
	readonly reasons: SentenceBank<ReasonTheme>;
	readonly impacts: SentenceBank<ImpactTheme>;
	readonly remedies: SentenceBank<RemedyTheme>;
	readonly escalations: SentenceBank<EscalationTheme>;
	readonly praise: SentenceBank<PositiveTheme>;
	readonly openers: readonly string[];
	readonly closers: readonly string[];
	readonly personal: readonly string[];
	readonly denials: readonly string[];
	readonly ownActs: readonly string[];
	readonly neutral: readonly string[];
	readonly shortOpeners: readonly string[];
	readonly details: readonly string[];
	readonly endings: readonly string[];
	readonly shortDistractors: readonly string[];
}

export const banks: Readonly<Record<'en' | 'zh', Banks>> = {
	en: {
		language: 'en',
		fillers: fillersEn,
		conduct: { ...threatsEn, ...contactEn },
		process: processEn,
		reasons: contextEn.reasonsEn,
		impacts: contextEn.impactsEn,
		remedies: contextEn.remediesEn,
		escalations: contextEn.escalationsEn,
		praise: commentsEn.praiseEn,
		openers: contextEn.openersEn,
		closers: contextEn.closersEn,
		personal: contextEn.personalEn,
		denials: contextEn.denialsEn,
		ownActs: contextEn.ownActsEn,
		neutral: commentsEn.neutralEn,
		shortOpeners: commentsEn.openersShortEn,
		details: commentsEn.detailsEn,
		endings: commentsEn.endingsEn,
		shortDistractors: commentsEn.distractorsShortEn
	},
	zh: {
		language: 'zh',
		fillers: fillersZh,
		conduct: { ...threatsZh, ...contactZh },
		process: processZh,
		reasons: contextZh.reasonsZh,
		impacts: contextZh.impactsZh,
		remedies: contextZh.remediesZh,
		escalations: contextZh.escalationsZh,
		praise: commentsZh.praiseZh,
		openers: contextZh.openersZh,
		closers: contextZh.closersZh,
		personal: contextZh.personalZh,
		denials: contextZh.denialsZh,
		ownActs: contextZh.ownActsZh,
		neutral: commentsZh.neutralZh,
		shortOpeners: commentsZh.openersShortZh,
		details: commentsZh.detailsZh,
		endings: commentsZh.endingsZh,
		shortDistractors: commentsZh.distractorsShortZh
	}
};
