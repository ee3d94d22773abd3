import type { Attribution, Channel, Kind, Outcome, Source, Stage } from '#core/domain/vocabulary.ts';
import { remember } from './remember.ts';

/** Other words for the values of a closed list, as files write them; the ids themselves are always accepted. */
export type Synonyms<Id extends string> = Readonly<Record<Id, readonly string[]>>;

export const channelWords: Synonyms<Channel> = {
	phone: ['call', 'telephone', 'voice', '电话', '電話', '来电', '外呼', '语音'],
	sms: ['text', 'text_message', '短信', '短訊', '簡訊'],
	visit: ['home_visit', 'field', 'in_person', '上门', '上門', '外访', '外訪', '走访'],
	email: ['e_mail', '邮件', '电子邮件', '郵件', '電郵'],
	letter: ['post', 'postal_mail', '信函', '函件', '催收函', '律师函', '书信'],
	app: ['push', 'in_app', 'app推送', 'app消息', '应用', '應用'],
	im: ['wechat', 'whatsapp', 'line', 'chat', '微信', '即时通讯', '即時通訊', '企业微信', 'qq'],
	other: ['其他', '其它']
};

export const sourceWords: Synonyms<Source> = {
	hotline: ['phone', 'call_centre', 'call_center', '热线', '熱線', '客服', '客服热线', '客服电话'],
	web_form: ['web', 'website', 'online', '网站', '官网', '在线表单', '網站'],
	app: ['mobile_app', '应用', '應用', '手机app'],
	branch: ['网点', '门店', '分行', '網點'],
	regulator: ['ombudsman', 'cfpb', '监管', '監管', '监管机构', '监管转办', '银保监', '金融监管总局', '12378'],
	social: ['social_media', '社交媒体', '微博', '舆情', '黑猫投诉', '投诉平台', '社交'],
	survey: ['问卷', '回访', '满意度调查', '調查', '调查'],
	call_qa: ['qa', 'quality_assurance', '质检', '質檢', '录音质检'],
	other: ['其他', '其它']
};

export const stageWords: Synonyms<Stage> = {
	current: ['m0', '0', '未逾期', '正常'],
	M1: ['1-30', '逾期1期'],
	M2: ['31-60', '逾期2期'],
	M3: ['61-90', '逾期3期'],
	'M4-M6': ['m4', 'm5', 'm6', '91-180'],
	'M7+': ['m7', '180+', '>180', '181+'],
	written_off: ['charged_off', 'write_off', '核销', '已核销', '呆账', '呆賬']
};

export const attributionWords: Synonyms<Attribution> = {
	named: ['agent_named', '指名'],
	call_id: ['call', '通话编号', '录音编号'],
	last_contact: ['last', '最近联系'],
	team: ['团队', '小组', '組'],
	none: ['unknown', '未知', '无']
};

export const outcomeWords: Synonyms<Outcome> = {
	connected: ['answered', 'answer', 'talked', 'success', 'rpc', '接通', '已接通', '接听', '已接', '通话'],
	no_answer: ['not_answered', 'unanswered', 'noanswer', 'missed', '未接', '未接通', '无人接听', '无人应答'],
	busy: ['line_busy', '忙', '占线', '忙线', '用户忙', '通话中'],
	left_message: ['voicemail', 'message', 'lm', '留言', '语音信箱'],
	refused: ['rejected', 'hung_up', 'declined', '拒接', '拒绝', '挂断', '拒接电话'],
	wrong_number: ['wrong', 'wrong_party', 'invalid_number', '错号', '空号', '号码错误', '非本人'],
	delivered: ['sent', 'received', '送达', '已送达', '发送成功', '已发送'],
	failed: ['error', 'undelivered', 'bounced', '失败', '发送失败', '呼叫失败', '停机', '关机'],
	other: ['其他', '其它']
};

export const kindWords: Synonyms<Kind> = {
	complaint: ['投诉', '投訴'],
	call_feedback: ['feedback', 'survey', '反馈', '评价', '反饋', '評價'],
	transcript: ['call_transcript', '通话记录', '录音文本', '逐字稿']
};

export const yesNoWords: Synonyms<'yes' | 'no'> = {
	yes: ['y', 'true', '1', '是'],
	no: ['n', 'false', '0', '否']
};

/** Letters, width, spaces and dashes do not matter: “E-Mail”, “e mail” and “e_mail” are one word. */
export function fold(word: string): string {
	return word
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/[\s\p{Pd}]+/gu, '_');
}

/** Finds the id that a word stands for; null when it stands for none. */
export function makeLookup<Id extends string>(synonyms: Synonyms<Id>): (word: string) => Id | null {
	const ids = new Map<string, Id>();
	for (const id of Object.keys(synonyms) as Id[])
		for (const word of [id, ...synonyms[id]]) ids.set(fold(word), id);
	return remember((word) => ids.get(fold(word)) ?? null);
}
