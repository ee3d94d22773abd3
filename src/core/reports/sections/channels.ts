import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { paragraph, type Column, type Row, type SectionBuilder } from '../blocks.ts';
import { linkTo, type ChannelCount, type ReportData } from '../report-data.ts';
import { channelWords, missingWords, tooFewToSay } from '../words.ts';

const { unit } = complaintRate;
const columns: readonly Column[] = [
	{ key: 'channel', title: { en: 'Channel', zh: '渠道' }, type: 'text' },
	{ key: 'complaints', title: { en: 'Complaints', zh: '投诉量' }, type: 'integer' },
	{ key: 'connected', title: { en: 'Connected contacts', zh: '有效触达' }, type: 'integer' },
	{ key: 'rate', title: { en: 'Per 1,000 contacts', zh: '每千次触达' }, type: 'number', digits: 2, unit },
	{ key: 'low', title: { en: '95% from', zh: '95% 下限' }, type: 'number', digits: 2, unit },
	{ key: 'high', title: { en: '95% to', zh: '95% 上限' }, type: 'number', digits: 2, unit },
	{ key: 'note', title: { en: 'Note', zh: '说明' }, type: 'text' }
];

export const channels: SectionBuilder = {
	id: 'channels',
	title: { en: 'Channels', zh: '渠道' },
	build: (data) => [
		paragraph(
			'By the channel through which the borrower was contacted. Where two intervals do not overlap, the rates differ by more than chance.',
			'按触达借款人的渠道统计。两个区间互不重叠时，差异不只是偶然。'
		),
		{
			kind: 'table',
			id: 'channels',
			title: { en: 'Complaints by channel', zh: '各渠道投诉' },
			columns,
			rows: data.channels.map((count) => buildRow(data, count))
		}
	]
};

function buildRow(data: ReportData, { channel, complaints, connected }: ChannelCount): Row {
	const rate = evaluateKpi(complaintRate, { numerator: complaints, denominator: connected });
	return {
		key: channel,
		cells: {
			channel: { value: channelWords[channel] },
			complaints: { value: complaints, link: linkTo(data, { complaint: 'yes', channel: [channel] }) },
			connected: { value: connected },
			rate: { value: rate.value },
			low: { value: rate.interval?.low ?? null },
			high: { value: rate.interval?.high ?? null },
			note: { value: rate.missing ? missingWords[rate.missing] : rate.isTooFew ? tooFewToSay : null }
		}
	};
}
