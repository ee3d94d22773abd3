import { matching } from './detector.ts';

const particle = '的了是我你他她它们这那和与跟就还也很说称要到给被把让找叫名系姓人';
const formal =
	'(?:姓名|户名|收款人|投诉人|申诉人|举报人|申请人|反映人|收件人|发件人|声明人|委托人|代理人|签名|落款|立书人)';
const part = `(?:(?![${particle}])[一-龥]){1,7}`;
const cue = '(?:我叫|俺叫|名叫|名字叫|叫做|姓名:? ?|本人|我是|客户|投诉人:? ?|借款人|老公|老婆|找|联系)';
/** How names of Uyghur, Tibetan, Mongolian and Yi people often begin or end. */
const typical =
	'(?:阿不都|阿卜杜|阿布都|买买提|艾力|艾合|艾尼|吐尔|吐逊|玉素|古丽|阿依|努尔|热合|依明|迪丽|木合|买合|扎西|卓玛|次仁|多吉|洛桑|旦增|丹增|平措|央金|格桑|尼玛|巴桑|拉姆|德吉|桑吉|才让|巴特尔|巴图|其其格|乌云|斯琴|娜仁|苏日|那日|格日|萨仁|阿木|朝鲁|宝音|哈斯|图雅|吉克|阿牛|沙马|阿支|木乃)';

/**
 * Names of two parts with a dot, names of minorities that have no Chinese family name, and whatever stands alone in
 * the place of a name in a form.
 */
export const minorityName = matching({
	kind: 'name',
	patterns: [
		new RegExp(
			`${part}[·•・‧](?:(?![${particle}])[一-龥]){1,8}(?:[·•・‧](?:(?![${particle}])[一-龥]){1,8})?`,
			'g'
		),
		new RegExp(
			`(?<=${cue})(?=${part}(?:[,，。;；!！、\\s(（]|$))(?:${typical}[一-龥]{0,5}|[一-龥]{1,4}${typical})(?=[,，。;；!！、\\s(（]|$)`,
			'g'
		),
		new RegExp(
			`(?<=${formal}(?:[:：] ?| |是|为))(?!表示|来电|已经|本人|不|无|未)(?:(?![${particle}])[一-龥]){2,4}(?=[,，。;；、(（]|\\n|$| {0,2}[\\d\ufffc])`,
			'g'
		),
		/(?<=(?:我叫|俺叫|名叫|姓名:? ?))(?:(?![的了是我你他她它们不有这那和与跟就都还也很说称要去来到给被把让])[一-龥]){4,7}(?=[,，。;；!！\s(（]|$)/g
	],
	needs: /[·•・‧]|叫|名|本人|我是|客户|投诉人|借款人|找|联系|老/,
	examples: {
		masks: [
			'本人<阿不都热合曼·吐尔逊>，喀什人',
			'我叫<买买提·艾力>，开餐馆',
			'我叫<扎西多吉>，牧民',
			'我是<巴特尔>，内蒙古的',
			'投诉人：<丌小刚>，电话<13377889900>'
		],
		keeps: ['我叫他们别打了', '我是个体户，欠了三万', '找艾滋病人骂我', '借款人：好嘞，联系人是谁不知道']
	}
});
