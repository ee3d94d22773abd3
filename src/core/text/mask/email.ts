import { matching } from './detector.ts';

const at =
	'(?:@| ?[\\[({<]\\s?(?:at|@|艾特)\\s?[\\])}>] ?| at (?=[a-z0-9-]+ dot )|#(?=[a-z0-9-]+\\.(?:com|cn|net|org|example|hk|tw)\\b))';
const dot = '(?:\\.|。| ?[\\[({<]\\s?(?:dot|点)\\s?[\\])}>] ?| dot )';
const user = '(?<![\\w.+-])[a-z0-9][\\w.+-]*(?:(?: dot | ?[\\[(]dot[\\])] ?)[\\w.+-]+)?';

/** E-mail addresses, also with the signs spelled out: “jane (at) example dot com”. */
export const email = matching({
	kind: 'email',
	patterns: [new RegExp(`${user}${at}[a-z0-9-]+(?:${dot}[a-z0-9-]+)+`, 'gi')],
	needs: /@|#[a-z0-9]|[[({<]\s?(?:at|艾特)| at .{1,40} dot /i,
	examples: {
		masks: [
			'邮箱<li.ming@example.com>',
			'邮箱<li.ming＠example.com>',
			'发到<zhou[at]163.com>，谢谢',
			'<jane.roe (at) example.com>',
			'mail <jane dot roe at example dot com>',
			'邮箱<wang#example.com>'
		],
		keeps: ['@客服 请回复', 'I was at home. They called', 'meet me at 5 p.m. at work.com', 'a@']
	}
});
