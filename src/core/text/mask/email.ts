import { matching } from './detector.ts';

const hosts =
	'qq gmail 163 126 139 189 outlook foxmail hotmail yahoo icloud sina sohu aliyun yeah live msn'.split(' ');
const host = `(?:${hosts.join('|')})`;
const end = '(?:com|cn|net|org|edu|gov|io|me|hk|tw|example|co)';
const at = `(?:@| ?[\\[({<]\\s?(?:at|@|a|艾特|圈a)\\s?[\\])}>] ?| at (?=[a-z0-9-]+ ?(?: dot |[\\[(]dot[\\])])| ?${host}\\b)| ?@ (?=[\\w-]+(?: ?[.。]| dot ))| @(?=${host}\\b)| ?(?:艾特|爱特|圈a?|小老鼠|阿特) ?|#(?=[a-z0-9-]+\\.${end}\\b))`;
const dot = `(?:\\.|。| ?[\\[({<]\\s?(?:dot|点|\\.)\\s?[\\])}>] ?| dot | ?[点丶·,，] ?(?=${end}(?![a-z]))| ?\\. ?(?=${end}(?![a-z])))`;
const joint = '(?: dot | ?[\\[(]dot[\\])] ?| ?(?:下划线|下横线|中划线|横杠|underscore|点) ?)';
const user = `(?<![\\w.+-])[a-z0-9][\\w.+-]*(?:${joint}[\\w.+-]+)?`;

const atSign = ['@'];
/** “at” is a sign of an address only before a host or with a spelled-out dot. */
const atWords = [
	'@',
	'#',
	' dot ',
	'dot]',
	'dot)',
	...hosts.flatMap((each) => [` at ${each}`, ` at  ${each}`])
];
const bracketed = /[[({<]\s?(?:at?|艾特|圈a)\s?[\])}>]/i;

/** E-mail addresses, also with the signs spelled out: “jane (at) example dot com”. */
export const email = matching({
	kind: 'email',
	patterns: [
		new RegExp(`${user}${at}[a-z0-9-]+(?:${dot}[a-z0-9-]+)+`, 'gi'),
		{ when: ({ holds }) => holds(atSign), pattern: new RegExp(`${user}@${host}(?![\\w.])`, 'gi') }
	],
	cues: [atSign, atWords],
	when: ({ hasHan, holds }, text) => hasHan || holds(atWords) || bracketed.test(text),
	needs: /@|#[a-z0-9]|[[({<]\s?(?:at|a\W|艾特|圈)|[艾爱阿]特|圈|小老鼠| at .{1,40}(?:dot| ?\.)/i,
	examples: {
		masks: [
			'邮箱<li.ming@example.com>',
			'邮箱<li.ming＠example.com>',
			'发到<zhou[at]163.com>，谢谢',
			'<jane.roe (at) example.com>',
			'mail <jane dot roe at example dot com>',
			'邮箱<wang#example.com>',
			'邮箱是<li.si@qq点com>，<zhangsan艾特126点com>',
			'<wu下划线ping@foxmail.com>',
			'<li.si @ qq . com>',
			'发到<88776655@qq>即可'
		],
		keeps: ['@客服 请回复', 'I was at home. They called', 'meet me at 5 p.m. at work.com', 'a@']
	}
});
