import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { paragraph, type Column, type Row, type SectionBuilder, type Table } from '../blocks.ts';
import type { ChartBlock } from '../chart-block.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import { linkTo, type ChannelCount, type ReportData } from '../report-data.ts';
import { channelWords, missingWords, tooFewToSay } from '../words.ts';

const { unit } = complaintRate;
const columns: readonly Column[] = [
	textColumn('channel', 'Channel', '渠道'),
	countColumn('complaints', 'Complaints', '投诉量'),
	{ key: 'connected', title: { en: 'Connected contacts', zh: '有效触达' }, type: 'integer' },
	derivedColumn('rate', 'Per 1,000 contacts', '每千次触达', { unit }),
	derivedColumn('low', '95% from', '95% 下限', { unit }),
	derivedColumn('high', '95% to', '95% 上限', { unit }),
	textColumn('note', 'Note', '说明')
];

export const channels: SectionBuilder = {
	id: 'channels',
	title: { en: 'Channels', zh: '渠道' },
	build: (data) => [
		paragraph(
			'By the channel through which the borrower was contacted. Where two intervals do not overlap, the rates differ by more than chance.',
			'按触达借款人的渠道统计。两个区间互不重叠时，差异不只是偶然。'
		),
		chartOf(data),
		{
			kind: 'table',
			id: 'channels',
			title: { en: 'Complaints by channel', zh: '各渠道投诉' },
			columns,
			totals: { complaints: data.complaints },
			rows: data.channels.map((count) => buildRow(data, count))
		},
		heatOf(data)
	]
};

function chartOf(data: ReportData): ChartBlock {
	return {
		kind: 'chart',
		id: 'channels-chart',
		title: { en: 'Complaint rate by channel', zh: '各渠道投诉率' },
		tableId: 'channels',
		chart: {
			type: 'bars',
			names: { en: 'Channel', zh: '渠道' },
			unit,
			isCount: false,
			marks: data.channels.map(({ channel, complaints, connected }) => {
				const { value, interval, numerator, denominator, isTooFew } = rateOf(complaints, connected);
				return {
					key: channel,
					link: linkTo(data, { complaint: 'yes', channel: [channel] }),
					label: channelWords[channel],
					value,
					interval,
					numerator,
					denominator,
					isTooFew
				};
			})
		}
	};
}

/** Conduct themes by the channel of the contact; the last column is all of them together. */
function heatOf(data: ReportData): Table {
	const { themeChannels } = data.detail;
	const occurring = data.channels.filter(({ channel }) =>
		themeChannels.some((pair) => pair.channel === channel)
	);
	return {
		kind: 'table',
		id: 'heat',
		title: { en: 'Conduct themes by channel', zh: '催收行为主题 × 渠道' },
		isHeat: true,
		rowTotal: 'all',
		columns: [
			textColumn('theme', 'Theme', '主题'),
			...occurring.map(({ channel }) =>
				countColumn(channel, channelWords[channel].en, channelWords[channel].zh)
			),
			countColumn('all', 'All', '合计')
		],
		rows: data.conduct.themes
			.filter(({ now }) => now > 0)
			.map(({ id, name, now }) => ({
				key: id,
				cells: {
					theme: { value: name },
					...Object.fromEntries(
						occurring.map(({ channel }) => [
							channel,
							{
								value:
									themeChannels.find((pair) => pair.theme === id && pair.channel === channel)?.count ?? 0,
								link: linkTo(data, { theme: [id], channel: [channel] })
							}
						])
					),
					all: { value: now, link: linkTo(data, { theme: [id] }) }
				}
			}))
	};
}

function rateOf(complaints: number, connected: number | null) {
	return evaluateKpi(complaintRate, { numerator: complaints, denominator: connected });
}

function buildRow(data: ReportData, { channel, complaints, connected }: ChannelCount): Row {
	const rate = rateOf(complaints, connected);
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
