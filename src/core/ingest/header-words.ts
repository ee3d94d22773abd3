/** Names that files give the columns we know; letters, width, spaces and dashes do not matter. */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
	received_on: [
		...[
			'date',
			'date received',
			'received',
			'created at',
			'created',
			'complaint date',
			'feedback date',
			'survey date'
		],
		...[
			'日期',
			'收到日期',
			'受理日期',
			'受理时间',
			'投诉时间',
			'投诉日期',
			'来电时间',
			'进线时间',
			'登记时间',
			'登记日期'
		],
		...['创建时间', '反馈时间', '反馈日期', '评价时间', '接收日期', '投訴日期', '受理日', '建立時間']
	],
	event_on: [
		'event date',
		'incident date',
		'date of event',
		'事件日期',
		'发生时间',
		'发生日期',
		'催收时间',
		'發生日期'
	],
	text: [
		...[
			'complaint',
			'narrative',
			'description',
			'content',
			'message',
			'details',
			'complaint text',
			'transcript'
		],
		...[
			'投诉内容',
			'内容',
			'投诉描述',
			'客户诉求',
			'诉求',
			'诉求内容',
			'问题描述',
			'详情',
			'投诉详情',
			'工单内容',
			'反馈内容'
		],
		...['投訴內容', '內容', '通话文本', '逐字稿', '录音文本']
	],
	comment: [
		'comments',
		'remark',
		'remarks',
		'verbatim',
		'answer',
		'评语',
		'评价内容',
		'备注',
		'客户意见',
		'意见',
		'留言',
		'評語'
	],
	rating: [
		'score',
		'stars',
		'csat',
		'satisfaction',
		'评分',
		'得分',
		'满意度',
		'分数',
		'打分',
		'星级',
		'評分',
		'滿意度'
	],
	complaint_id: [
		...['id', 'case id', 'case number', 'ticket', 'ticket id', 'complaint number', 'reference'],
		...['投诉编号', '编号', '工单号', '工单编号', '案件编号', '单号', '流水号', '投訴編號', '工單號']
	],
	feedback_id: ['id', 'survey id', 'response id', '反馈编号', '问卷编号', '答卷编号', '编号'],
	call_id: ['call', 'call number', 'recording id', '通话编号', '录音编号', '通话id', '呼叫编号', '通話編號'],
	at: [
		...[
			'time',
			'call time',
			'start time',
			'started at',
			'timestamp',
			'date time',
			'contact time',
			'called at'
		],
		...['时间', '通话时间', '呼叫时间', '拨打时间', '触达时间', '开始时间', '联系时间', '通話時間']
	],
	account: [
		...[
			'account number',
			'loan number',
			'contract number',
			'customer id',
			'borrower',
			'borrower_ref',
			'phone'
		],
		...[
			'合同号',
			'合同编号',
			'借据号',
			'客户号',
			'客户编号',
			'账号',
			'账户',
			'手机号',
			'合約編號',
			'客戶編號'
		]
	],
	outcome: [
		...['result', 'call result', 'disposition', 'status', 'call status'],
		...['结果', '通话结果', '呼叫结果', '拨打结果', '接通状态', '触达结果', '状态', '結果']
	],
	duration: [
		...['seconds', 'talk time', 'call duration', 'length', 'billsec'],
		...['通话时长', '时长', '通话秒数', '通話時長']
	],
	speaker: ['role', 'who', 'party', '说话人', '角色', '发言人', '說話人'],
	kind: ['type', 'record type', '类型', '反馈类型', '類型'],
	channel: [
		...['contact channel', 'collection channel', 'contact method'],
		...[
			'渠道',
			'催收渠道',
			'催收方式',
			'触达方式',
			'触达渠道',
			'联系方式类型',
			'催收手段',
			'管道',
			'催收管道'
		]
	],
	source: [
		'feedback source',
		'intake channel',
		'received via',
		'submitted via',
		'来源',
		'投诉来源',
		'受理渠道',
		'反馈来源',
		'來源'
	],
	product: ['loan product', 'product name', '产品', '产品名称', '贷款产品', '业务类型', '產品'],
	stage: [
		'bucket',
		'dpd bucket',
		'overdue stage',
		'delinquency',
		'逾期阶段',
		'账龄',
		'逾期期数',
		'阶段',
		'手别',
		'逾期階段'
	],
	region: ['state', 'province', 'city', 'area', '地区', '省份', '省', '城市', '区域', '所在地', '地區'],
	agency_id: [
		'agency',
		'vendor',
		'agency code',
		'机构',
		'催收机构',
		'委外机构',
		'外包公司',
		'供应商',
		'机构编号',
		'機構',
		'委外公司'
	],
	team_id: [
		'team',
		'group',
		'team code',
		'团队',
		'催收团队',
		'小组',
		'组别',
		'班组',
		'团队编号',
		'團隊',
		'組別'
	],
	agent_id: [
		...['agent', 'collector', 'collector id', 'employee id', 'staff number', 'operator'],
		...[
			'催收员',
			'工号',
			'催收员工号',
			'坐席',
			'坐席工号',
			'员工编号',
			'业务员',
			'专员工号',
			'催收員',
			'員工編號'
		]
	],
	borrower_ref: [
		...['account', 'account number', 'loan number', 'contract number', 'customer id', 'borrower', 'phone'],
		...[
			'合同号',
			'合同编号',
			'借据号',
			'客户号',
			'客户编号',
			'账号',
			'账户',
			'手机号',
			'身份证号',
			'贷款编号',
			'合約編號',
			'客戶編號'
		]
	],
	attribution: ['attribution', '归因', '归因方式'],
	agency_name: ['agency name', 'vendor name', '机构名称', '委外机构名称', '机构名', '機構名稱'],
	agency_name_zh: ['agency chinese name', '机构中文名', '机构中文名称'],
	in_house: ['internal', 'own staff', '是否自营', '自营', '是否内催', '是否自營'],
	team_name: ['team name', '团队名称', '组名', '小组名称', '團隊名稱'],
	team_name_zh: ['team chinese name', '团队中文名', '团队中文名称'],
	agent_name: [
		'agent name',
		'collector name',
		'employee name',
		'姓名',
		'催收员姓名',
		'坐席姓名',
		'员工姓名',
		'員工姓名'
	],
	agent_name_zh: ['agent chinese name', '中文姓名', '催收员中文姓名'],
	from: [
		'start',
		'start date',
		'joined',
		'from date',
		'入组日期',
		'入职日期',
		'开始日期',
		'生效日期',
		'起始日期'
	],
	to: ['end', 'end date', 'left', 'to date', '离组日期', '离职日期', '结束日期', '失效日期'],
	day: ['date', 'calendar day', '日期', '统计日期', '业务日期'],
	contacts: [
		'attempts',
		'calls',
		'dials',
		'calls made',
		'触达次数',
		'拨打次数',
		'外呼量',
		'呼出量',
		'联系次数',
		'外呼次数'
	],
	connected: ['connects', 'answered', 'calls connected', '接通次数', '接通量', '接通数', '送达次数'],
	accounts: ['accounts worked', 'cases', '在催账户数', '账户数', '案件数', '在手案件数', '户数']
};
