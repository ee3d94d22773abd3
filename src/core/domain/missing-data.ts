import type { Bilingual } from './vocabulary.ts';

interface Missing {
	/** For a cell. */
	readonly name: Bilingual;
	/** What is missing, and how to bring it in. */
	readonly sentence: Bilingual;
	/** The numerator is counted all the same. */
	readonly hasNumerator?: true;
}

/** Why a KPI has no value. */
export const missingData = {
	'no-exposure': {
		name: { en: 'no contact data', zh: '缺少触达数据' },
		sentence: {
			en: 'No contacts are known here. Import an exposure file or a contact log.',
			zh: '此范围没有触达数据。请导入触达量文件或联系记录。'
		},
		hasNumerator: true
	},
	'no-match': {
		name: { en: 'no matching contact data', zh: '没有口径一致的触达数据' },
		sentence: {
			en: 'Contacts are not known by one of the chosen filters. Remove source, region, language, rating, attribution, import or copies.',
			zh: '触达数据没有所选的某个筛选项。请去掉来源、地区、语言、评分、归属、导入或雷同文本的筛选。'
		},
		hasNumerator: true
	},
	'no-feedback': {
		name: { en: 'no feedback', zh: '没有反馈' },
		sentence: {
			en: 'There is no feedback to put it over. Choose another period or fewer filters.',
			zh: '没有可作分母的反馈。请换一个时段或减少筛选。'
		},
		hasNumerator: true
	},
	'no-both': {
		name: { en: 'not with this theme', zh: '不能与所选主题同时统计' },
		sentence: {
			en: 'A filter cannot ask for the chosen theme and the themes of this number together. Remove the theme from the filter.',
			zh: '筛选无法同时要求所选主题和该指标的主题。请去掉主题筛选。'
		}
	},
	'no-theme': {
		name: { en: 'choose one theme', zh: '请选择一个主题' },
		sentence: {
			en: 'It is a number of one theme. Choose a theme in the filter.',
			zh: '该指标针对单个主题。请在筛选中选择一个主题。'
		}
	},
	'no-unit': {
		name: { en: 'choose one unit', zh: '请选择一个单位' },
		sentence: {
			en: 'It is a number of one agency, team or agent. Choose one in the filter.',
			zh: '该指标针对单个机构、团队或催收员。请在筛选中选择一个。'
		}
	},
	'no-contact-log': {
		name: { en: 'no contact log', zh: '缺少联系记录' },
		sentence: {
			en: 'The contact log has nothing here. Import a contact log with time, account, channel and outcome.',
			zh: '此范围没有联系记录。请导入含时间、账户、渠道和结果的联系记录。'
		}
	},
	'no-rule-pack': {
		name: { en: 'no rule pack chosen', zh: '未选择规则包' },
		sentence: {
			en: 'No rule pack is chosen for these contacts. An administrator chooses it under Settings, Rules.',
			zh: '尚未为这些联系选择规则包。请由管理员在“设置·规则”中选择。'
		}
	},
	'no-rule': {
		name: { en: 'no such rule', zh: '规则包无此规定' },
		sentence: {
			en: 'The chosen rule pack has no number for this. Another pack may have one: see Definitions.',
			zh: '所选规则包没有相应的数值规定。其他规则包可能有，见“定义”。'
		}
	},
	'no-claims': {
		name: { en: 'nothing to check', zh: '没有可核对的说法' },
		sentence: {
			en: 'No feedback here states a number or an hour that the log could confirm for a known borrower. Import feedback and contact log with the same account numbers.',
			zh: '此范围没有反馈写明可由联系记录核对的次数或时间。请用相同的账户编号导入反馈和联系记录。'
		}
	},
	'no-figures': {
		name: { en: 'not measured', zh: '尚未测量' },
		sentence: {
			en: 'The labelled texts measure conduct themes in English and Chinese only. Choose one of those, or label texts and run “earshot eval”.',
			zh: '已标注文本只测量中英文的催收行为主题。请选择其中之一，或标注文本后运行“earshot eval”。'
		}
	},
	'no-case-dates': {
		name: { en: 'no case dates', zh: '缺少办理日期' },
		sentence: {
			en: 'No feedback says when its case was acknowledged, closed or reopened. The complaints format has no columns for it yet: it needs acknowledged_on, closed_on and reopened_on.',
			zh: '反馈没有受理、办结和重新打开的日期。投诉格式尚无相应的列：需要 acknowledged_on、closed_on、reopened_on。'
		}
	},
	'no-outcomes': {
		name: { en: 'no outcomes', zh: '缺少办理结论' },
		sentence: {
			en: 'No feedback says whether the complaint was upheld. The complaints format has no column for it yet: it needs outcome with upheld, partly or not.',
			zh: '反馈没有投诉是否成立的结论。投诉格式尚无相应的列：需要 outcome，取值为成立、部分成立或不成立。'
		}
	},
	'no-first-response': {
		name: { en: 'no response times', zh: '缺少响应时间' },
		sentence: {
			en: 'Nothing says when a person first got in touch about an urgent feedback. It needs the time of the first human contact for each of them.',
			zh: '没有记录紧急反馈首次由人联系的时间。需要为每件补记首次人工联系时间。'
		}
	},
	'no-vulnerability-flags': {
		name: { en: 'no vulnerability flags', zh: '缺少脆弱客户标记' },
		sentence: {
			en: 'The two FCA flags (vulnerable customer identified, vulnerability failure) are not recorded. The complaints format has no columns for them yet.',
			zh: '未记录英国 FCA 的两个标记（已识别脆弱客户、未顾及脆弱状况）。投诉格式尚无相应的列。'
		}
	},
	'no-call-scores': {
		name: { en: 'no call scores', zh: '缺少质检结果' },
		sentence: {
			en: 'No linked call has a quality score. Calls need a pass or fail from quality assurance before it can be counted.',
			zh: '关联的通话没有质检结果。需要先有通话质检的合格或不合格结论。'
		}
	},
	'no-reviews': {
		name: { en: 'no reviews', zh: '缺少人工复核' },
		sentence: {
			en: 'No tag was judged by a person. It needs reviews, and for agreement two reviewers on the same feedback.',
			zh: '没有标签经过人工复核。需要人工复核；一致性还需两人复核同一反馈。'
		}
	},
	'no-actions': {
		name: { en: 'no action log', zh: '缺少整改记录' },
		sentence: {
			en: 'No action with a due date is recorded. Record actions with owner, due date and closing date.',
			zh: '没有带期限的整改措施。请登记责任人、期限和完成日期。'
		}
	},
	'no-training': {
		name: { en: 'no training recorded', zh: '缺少培训记录' },
		sentence: {
			en: 'No training of these teams is written down before the end of the period. Add it as an event: Settings, Events.',
			zh: '所选时段结束前没有登记这些团队的培训。请在“设置·事件标注”中登记。'
		}
	},
	'no-month-after': {
		name: { en: 'no month since training', zh: '培训后未满一个月' },
		sentence: {
			en: 'No full month has passed since the training. Wait for the end of the next month.',
			zh: '培训后尚未满一个完整月份。请待下个月结束后再看。'
		}
	},
	'no-signed-months': {
		name: { en: 'no signed months', zh: '没有已签署的月份' },
		sentence: {
			en: 'No month was signed and then changed. It needs signed reports of earlier months.',
			zh: '没有先签署后变更的月份。需要以往月份的已签署报告。'
		}
	}
} as const satisfies Readonly<Record<string, Missing>>;
export type MissingCode = keyof typeof missingData;

/** The numerator, or null where the data it would be counted in is not there. */
export function numeratorOf({
	numerator,
	missing
}: {
	readonly numerator: number;
	readonly missing: MissingCode | null;
}): number | null {
	if (missing === null) return numerator;
	const reason: Missing = missingData[missing];
	return reason.hasNumerator ? numerator : null;
}
