import type { KpiChange } from '#core/domain/kpi.ts';
import { missingData, type MissingCode } from '#core/domain/missing-data.ts';
import type { Bilingual, Channel, Language } from '#core/domain/vocabulary.ts';
import type { FunnelVerdict } from '#core/stats/funnel-limits.ts';

/** The words in which a report says what it found; a report is made without a page, so they are not messages of one. */
export const tooFewToSay: Bilingual = { en: 'too few to say', zh: '数量太少，无法判断' };

export const changeWords: Readonly<Record<KpiChange['verdict'], Bilingual>> = {
	improving: { en: 'improving', zh: '改善' },
	worsening: { en: 'worsening', zh: '恶化' },
	stable: { en: 'stable', zh: '平稳' },
	'too-few': tooFewToSay,
	unjudged: { en: 'not judged', zh: '不作判断' }
};

export const missingWords = Object.fromEntries(
	Object.entries(missingData).map(([code, { name }]) => [code, name])
) as Readonly<Record<MissingCode, Bilingual>>;

export const funnelWords: Readonly<Record<FunnelVerdict, Bilingual>> = {
	inside: { en: 'inside the limits', zh: '在界限内' },
	above: { en: 'above the limits', zh: '高于上限' },
	below: { en: 'below the limits', zh: '低于下限' },
	'too-few': tooFewToSay
};

export const channelWords: Readonly<Record<Channel | 'none', Bilingual>> = {
	phone: { en: 'Phone', zh: '电话' },
	sms: { en: 'Text message', zh: '短信' },
	visit: { en: 'Visit', zh: '上门' },
	email: { en: 'Email', zh: '邮件' },
	letter: { en: 'Letter', zh: '信函' },
	app: { en: 'App', zh: 'App' },
	im: { en: 'Instant messaging', zh: '即时通讯' },
	other: { en: 'Other', zh: '其他' },
	none: { en: 'Not stated', zh: '未注明' }
};

export const languageWords: Readonly<Record<Language, Bilingual>> = {
	en: { en: 'English', zh: '英语' },
	'zh-Hans': { en: 'Simplified Chinese', zh: '简体中文' },
	'zh-Hant': { en: 'Traditional Chinese', zh: '繁体中文' },
	mixed: { en: 'Mixed English and Chinese', zh: '中英混合' },
	other: { en: 'Other languages', zh: '其他语言' },
	none: { en: 'No text', zh: '无文本' }
};

/** Names in one sentence or cell. */
export function listNames(names: readonly Bilingual[]): Bilingual {
	return { en: names.map(({ en }) => en).join(', '), zh: names.map(({ zh }) => zh).join('、') };
}
