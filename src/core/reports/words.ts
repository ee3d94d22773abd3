import type { KpiChange } from '#core/domain/kpi.ts';
import { missingData, type MissingCode } from '#core/domain/missing-data.ts';
import type { Bilingual, Channel, Language } from '#core/domain/vocabulary.ts';
import type { Copy, ReportStatus } from '#core/domain/report-choice.ts';
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

export const statusWords: Readonly<Record<ReportStatus, Bilingual>> = {
	draft: { en: 'Draft, not signed', zh: '草稿，未签署' },
	signed: { en: 'Signed', zh: '已签署' },
	published: { en: 'Published', zh: '已发布' }
};

export const copyWords: Readonly<Record<Copy, Bilingual>> = {
	internal: { en: 'Internal', zh: '内部版' },
	restricted: { en: 'Restricted: names agents', zh: '限制版：列出催收员' },
	outside: { en: 'For readers outside', zh: '对外版' }
};

export const originWords: Readonly<Record<'imported' | 'simulated' | 'all', Bilingual>> = {
	imported: { en: 'Imported', zh: '导入数据' },
	simulated: { en: 'Simulated', zh: '模拟数据' },
	all: { en: 'Imported and simulated', zh: '导入与模拟数据' }
};

export const sourceWords: Readonly<Record<string, Bilingual>> = {
	hotline: { en: 'Hotline', zh: '客服热线' },
	web_form: { en: 'Web form', zh: '网站表单' },
	app: { en: 'App', zh: 'App 内反馈' },
	branch: { en: 'Branch', zh: '营业网点' },
	regulator: { en: 'Regulator', zh: '监管转办' },
	social: { en: 'Social media', zh: '社交媒体' },
	survey: { en: 'Survey', zh: '满意度调查' },
	call_qa: { en: 'Call QA', zh: '通话质检' },
	other: { en: 'Other source', zh: '其他来源' },
	none: { en: 'Not stated', zh: '未注明' }
};

export const attributionWords: Readonly<Record<string, Bilingual>> = {
	named: { en: 'Borrower named the agent', zh: '借款人指名' },
	call_id: { en: 'Call id matches', zh: '通话编号吻合' },
	last_contact: { en: 'Last agent in contact', zh: '最近一次联系人员' },
	team: { en: 'Team only', zh: '仅到团队' },
	none: { en: 'Not attributed', zh: '未能归属' }
};
