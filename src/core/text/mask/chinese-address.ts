import { matching } from './detector.ts';

// Han without the words that lead up to an address (“住在”, “寄到”), so that these stay readable.
const lead = '在到住是于寄址从去往我你他她们的了这那把被个跟给堵找';
const han = `(?:(?![${lead}])[一-龥])`;
const numeral = '[一二三四五六七八九十百]';
const digits = `(?:\\d{1,4}[甲乙丙丁]\\d{0,3}|[甲乙丙]?[\\dA-Za-z]{1,6}(?:-\\d{1,4})?|${numeral}{1,4})`;
// Each level ends at its own sign: that there is one way to read a run of them keeps the pattern linear.
const level = `(?:(?![${lead}省市区县旗镇乡街])[一-龥])`;
const area = `(?:${han}{2,7}(?:省|自治区|市|州|盟))?(?:${level}{1,7}(?:市|区|县|旗|镇|乡|街道))*`;
const street = `${han}{1,10}?(?:路|街|道|大道|大街|巷|弄|胡同|村|屯|庄|邨|苑|里|段|坊|园|城|府|湾|庭|居|轩|围|径|花园|家园|公寓|大厦|广场|中心|市场|新村|小区|社区|期)`;
const floor = `${digits}(?:号楼|栋|幢|座|单元|楼|层|室|号|户|铺面|铺|房|F(?![a-z])|组|队)`;
const room = `(?: ?${floor}|\\d{1,3}-\\d{1,3}-\\d{1,4}(?!\\d)|[东西南北中]户|${han}{2,10}(?=\\d{1,3}(?:栋|幢|座|号楼))|(?<=[楼层])[A-Z](?![A-Za-z])|之\\d+|[东西南北中]${numeral}?(?:段|区|单元|栋)|${han}{2,8}(?:大厦|广场|公寓|中心|大楼|宝石|邨|阁|楼|苑)(?=[ \\dA-Z])|(?<![\\d])[A-Z]?\\d{3,4}(?:室|房)?(?!\\d|[-年月日次个元块天号])|[A-Z](?:座|栋|幢|室))*`;
const house = `(?:${numeral}{1,3}段|\\d段)?(?:[东西南北中]段|[东西南北]?${numeral}?区)?(?:${digits}[巷弄邻期])*(?:${digits}(?:号院|号楼?|栋|幢|座|组|单元|楼|委|社)${room}|\\d{1,3}[-—]\\d{1,3}[-—]\\d{1,4}(?!\\d|-)|[A-Z]?\\d{3,4}(?:室|房)|${han}{0,6}[A-Z](?:座|栋|幢)${room}|\\d{1,3}[A-Z](?![A-Za-z])|[东西南北中]栋${room}|${han}{1,6}(?:楼|阁|座|大厦|中心|苑|邨)(?=[A-Z\\d])[A-Z]?\\d{1,4}[A-Z]?[楼室座房]${room})`;
const village = `(?:${level}{1,7}(?:省|市|州|自治区))?(?:${level}{1,6}(?:市|县|区|旗))*${level}{1,6}(?:镇|乡|街道|公社)${level}{1,8}(?:行政村|村|屯|社区|嘎查)(?:${digits}(?:组|队|社|号|邻))*`;
const inVillage = `(?:${level}{1,7}(?:省|市|州))?${level}{1,6}(?:县|区|旗|市)${level}{1,8}(?:村|屯)(?:${digits}(?:组|队|社|号|邻))*`;
const hongKong = `(?:香港|九龙|新界|澳门)?${han}{2,12}(?:道|街|路|邨|城|居|苑|村|花园)?\\d{0,4}(?:号|座)?${han}{0,10}(?:大厦|阁|楼|座|中心|邨)\\d{1,2}(?:楼|字楼|F)[A-Z\\d]{0,4}(?:室|座|房)?`;
const after =
	'(?<=(?:住址|地址|户籍地?|家住|住在|现住|租住|老家(?:在|是)?|居住地|户口(?:在|是)?|收件|邮寄(?:到|至)?|寄(?:到|至|往)|快递到)[: ]{0,2})';

/** One of these stands in every house above. */
const houseSign = new RegExp(
	`(?:[\\dA-Za-z]|${numeral})(?:号|栋|幢|座|组|单元|楼|委|社)|\\d[-—]\\d|[A-Z\\d][楼室座房]|\\d[A-Z]|[东西南北中]栋`
);

/** Words that may be read into the beginning of an address. */
const opening =
	/^(?:[一-龥]{1,5}家(?=[一-龥]{2,3}[省市])|.{0,6}(?:户籍地?址?|户口|地址|住址|老家|住处|知道|单位|公司|[上中]门|现居|家住|租住|来)|[我他她你]?家|上|都|就|里|来)(?=[一-龥]{2})/;

/** Addresses in mainland, Taiwan, Hong Kong and Macau down to the house, flat, group or named village. */
export const chineseAddress = matching({
	kind: 'address',
	patterns: [
		{ needs: houseSign, pattern: new RegExp(`${area}${street}${house}`, 'g') },
		{ needs: /[镇乡道社].{1,10}(?:村|屯|社区|嘎查)/, pattern: new RegExp(village, 'g') },
		{ needs: /[县区旗市].{1,8}[村屯]/, pattern: new RegExp(inVillage, 'g') },
		{ needs: /[厦阁楼座心邨]\d{1,2}(?:楼|字楼|F)/, pattern: new RegExp(hongKong, 'g') },
		new RegExp(`${after}${area}${han}{1,12}\\d[\\dA-Za-z号栋幢座单元楼层室户巷弄院之-]{1,16}`, 'g'),
		/(?<!\d)\d{1,3}(?:栋|幢|座|号楼)(?:\d{1,2}单元)?\d{3,4}(?:室|房)?(?![\d年元块次])/g,
		new RegExp(`${han}{2,6}(?:大厦|公寓|小区|花园|广场)[A-Z]?\\d{3,4}(?!\\d|[年元块人户])`, 'g')
	],
	opening,
	needs:
		/[\dA-Z一二三四五六七八九十百](?:号|栋|幢|座|组|单元|楼|室|-|—|[A-Z]|房|铺|\d\d)|[镇乡道县区市旗社].{1,10}(?:村|屯|社区|嘎查)/,
	examples: {
		masks: [
			'住<北京市朝阳区建国路88号3号楼502室>',
			'<渠县某某镇柳树村>的，<绿苑小区3-2-501>',
			'家住<成都市锦江区春熙路南段8号9栋2单元0703>',
			'地址：<广东省深圳市宝安区西乡街道固戍社区红湾新村3巷5号402>',
			'户籍地<河南省周口市郸城县李楼乡张庄行政村6组18号>',
			'上门来<阳光花园12幢303室>',
			'地址是<台北市大安區忠孝東路四段169號7樓之2>',
			'住<元朗錦田水尾村88號>',
			'<九龍旺角彌敦道700號12樓B室>'
		],
		keeps: [
			'请工作人员在3号楼等，三个小区六栋楼',
			'住在城中村，房东也接到电话',
			'在小区门口堵我，3号楼的邻居都看见了',
			'打电话给我们村支书，路上围堵3个人',
			'广州市天河区人民法院',
			'门口贴条，1602的欠债还钱'
		]
	}
});
